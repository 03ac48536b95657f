/// Bodies and hashes that change only when the generator does, which also raises the
/// format of the database.
enum Golden {
  /// The hash of all accounts and of the documented account's numbers, of seed 1.
  static let everything = "54ebd939c943e660"

  /// The token of the page after `firstNumber`.
  static let token = """
    eyJzdGFydGluZ19hZnRlciI6ImRpZF8wMXkzeng1Y3ZhZDB4M3NzenY4Z2pu\
    bTZrOSIsImxpbWl0IjoxfQ
    """

  static let accounts = #"""
    {"object":"list","url":"/v1/accounts","next_page_url":null,"previous_page_url":null,"dat\#
    a":[{"id":"acct_01h2xcejqtf2nbrexx3vqjhp41","name":"Harbor Vet","email":"owner@harborvet\#
    .example","phone":null,"primary_contact_name":"Jane Doe","tos_status":"signed","tos_acce\#
    pted_at":"2024-08-22T14:06:49Z","onboarding_complete":true,"main_location":"loc_01ct7ggv\#
    erdsbjded1zkkn5km9","main_location_id":"loc_01ct7ggverdsbjded1zkkn5km9","hold_music_clip\#
    ":null,"hold_music_clip_id":null,"default_button_template":null,"config":{"region":"US",\#
    "timezone":"America/New_York","extension_length":6,"recording_enabled":true,"max_phone_n\#
    umbers":600},"created_at":"2024-08-20T14:06:49Z","updated_at":"2024-09-26T14:06:49Z"}]}
    """#

  static let firstNumber = #"""
    {"object":"list","url":"/v1/phone-numbers","next_page_url":"/v1/phone-numbers?page=eyJzd\#
    GFydGluZ19hZnRlciI6ImRpZF8wMXkzeng1Y3ZhZDB4M3NzenY4Z2pubTZrOSIsImxpbWl0IjoxfQ","previous\#
    _page_url":null,"data":[{"id":"did_01y3zx5cvad0x3sszv8gjnm6k9","phone_number":"+18186023\#
    095","status":"active","number_class":"account_owned","inbound_routing":"default","routi\#
    ng_target":"rg_01b95vvnck6tt0a4mp6dt7hzc2","outbound_enabled":false,"fax_enabled":false,\#
    "caller_id_name":"FRONT DESK","caller_id_prefix":null,"caller_id_visibility":"PRIVATE","\#
    directory_listing_name":"Sunrise Bakery","directory_listing_type":"non_published","direc\#
    tory_listing_location":"loc_01scrg5nm94e5j6vxhcx99g3vn","directory_listing_location_id":\#
    "loc_01scrg5nm94e5j6vxhcx99g3vn","expires_at":null,"created_at":"2026-08-20T15:56:17Z","\#
    updated_at":"2026-08-22T15:56:17Z"}]}
    """#

  static let secondNumber = #"""
    {"object":"list","url":"/v1/phone-numbers","next_page_url":null,"previous_page_url":"/v1\#
    /phone-numbers?page=eyJlbmRpbmdfYmVmb3JlIjoiZGlkXzAxMzRwMHl6M2F2NjU0Zjg1azltdHJxM3JiIiwi\#
    bGltaXQiOjF9","data":[{"id":"did_0134p0yz3av654f85k9mtrq3rb","phone_number":"+1212368965\#
    3","status":"released","number_class":"account_owned","inbound_routing":"default","routi\#
    ng_target":"user_01d59ncb9hd0are9ecdm5qbc1y","outbound_enabled":false,"fax_enabled":fals\#
    e,"caller_id_name":"ARMSTRONG","caller_id_prefix":"[Acme]","caller_id_visibility":"PRIVA\#
    TE","directory_listing_name":"Northwind Traders","directory_listing_type":"non_listed","\#
    directory_listing_location":"loc_01mt91hdzanx4haprkd43gsfxd","directory_listing_location\#
    _id":"loc_01mt91hdzanx4haprkd43gsfxd","disconnected_at":"2026-09-26T11:02:32Z","created_\#
    at":"2026-08-12T11:02:32Z","updated_at":"2026-08-29T11:02:32Z"}]}
    """#
}

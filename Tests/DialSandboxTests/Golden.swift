/// Bodies and hashes that change only when the generator does, which also raises the
/// format of the database.
enum Golden {
  /// The hash of all accounts and of the documented account's numbers, of seed 1.
  static let everything = "580e26cdb7376f3b"

  /// The token of the page after `firstNumber`.
  static let token = """
    eyJzdGFydGluZ19hZnRlciI6ImRpZF8wMXkzeng1Y3ZhZDB4M3NzenY4Z2pu\
    bTZrOSIsImxpbWl0IjoxfQ
    """

  static let accounts = #"""
    {"object":"list","url":"/v1/accounts","next_page_url":null,"previous_page_url":null,"dat\#
    a":[{"id":"acct_01h2xcejqtf2nbrexx3vqjhp41","name":"Harbor Vet","email":"owner@harborvet\#
    .example","phone":null,"primary_contact_name":"Jane Doe","tos_status":"signed","tos_acce\#
    pted_at":"2024-08-22T14:06:49Z","tos_resign_by":null,"tos_variant":"standard","onboardin\#
    g_complete":true,"main_location":null,"main_location_id":null,"hold_music_clip":"aud_017\#
    cek53vv9csh17y10vt2bqvr","hold_music_clip_id":"aud_017cek53vv9csh17y10vt2bqvr","default_\#
    button_template":"btpl_01ge7qd8swswm10tszbweafthf","config":{"region":"US","timezone":"A\#
    merica/New_York","extension_length":6,"recording_enabled":true,"max_phone_numbers":600,\#
    "transcription_enabled":true,"redaction_enabled":false,"e911_notification":{"emails":["safety@example.com"]},"transcript_retention_days":90,"recording_inbound_enabled":true,"recording_outbound_enabled":true,"recording_internal_enabled":false,"recording_retention_days":365,"transcription_inbound_enabled":true,"transcription_outbound_enabled":true,"transcription_internal_enabled":true},"created_at":"2024-08-20T14:06:49Z","updated_at":"2024-08-20T14:06:49Z"}]}
    """#

  static let firstNumber = #"""
    {"object":"list","url":"/v1/phone-numbers","next_page_url":"/v1/phone-numbers?page=eyJzd\#
    GFydGluZ19hZnRlciI6ImRpZF8wMXkzeng1Y3ZhZDB4M3NzenY4Z2pubTZrOSIsImxpbWl0IjoxfQ","previous\#
    _page_url":null,"data":[{"id":"did_01y3zx5cvad0x3sszv8gjnm6k9","phone_number":"+18186023\#
    095","status":"active","number_class":"account_owned","inbound_routing":"default","routi\#
    ng_target":"rg_018qfex4rrvd99xf4p7dddd9vh","location":"loc_01pmv9ts4vbqds9amm1304dqaa","\#
    outbound_enabled":false,"fax_enabled":false,"caller_id_name":"SUPPORT","caller_id_prefix\#
    ":null,"directory_listing_name":"Beacon Realty","directory_listing_type":"non_listed","d\#
    irectory_listing_location":null,"directory_listing_location_id":null,"expires_at":null,"\#
    disconnected_at":null,"created_at":"2026-08-20T15:56:17Z","updated_at":"2026-09-15T15:56\#
    :17Z"}]}
    """#

  static let secondNumber = #"""
    {"object":"list","url":"/v1/phone-numbers","next_page_url":null,"previous_page_url":"/v1\#
    /phone-numbers?page=eyJlbmRpbmdfYmVmb3JlIjoiZGlkXzAxMzRwMHl6M2F2NjU0Zjg1azltdHJxM3JiIiwi\#
    bGltaXQiOjF9","data":[{"id":"did_0134p0yz3av654f85k9mtrq3rb","phone_number":"+1212368965\#
    3","status":"released","number_class":"account_owned","inbound_routing":"default","routi\#
    ng_target":"user_01z5pn99a1kmeyhcgcetgvn4se","location":"loc_01pmv9ts4vbqds9amm1304dqaa"\#
    ,"outbound_enabled":false,"fax_enabled":true,"caller_id_name":"SUPPORT","caller_id_prefi\#
    x":"(VIP)","caller_id_visibility":"PUBLIC","directory_listing_name":"Summit Cycles","dir\#
    ectory_listing_type":"non_listed","directory_listing_location":"loc_01swwzc985ptv3nc7171\#
    6m27dz","directory_listing_location_id":"loc_01swwzc985ptv3nc71716m27dz","disconnected_a\#
    t":"2026-09-26T11:02:32Z","created_at":"2026-08-12T11:02:32Z","updated_at":"2026-08-17T1\#
    1:02:32Z"}]}
    """#
}

-- Tables, questions and Parquet from the exports of a fleet. Run it in the folder that has them:
--   dialsh -q -c 'accounts | export ndjson accounts.ndjson; use all; numbers | export ndjson numbers.ndjson'
-- The files of shards, numbers*.ndjson, are read as one.
--
-- Every column has its type here. A type that DuckDB guesses comes from the first 20,480 rows: a column that is
-- null in them gets none, and later values are lost without a word. A field that isn't named here is left out.
CREATE OR REPLACE TABLE accounts AS
FROM read_json('accounts.ndjson', format = 'newline_delimited', columns = {
  id: 'VARCHAR', name: 'VARCHAR', email: 'VARCHAR',
  phone: 'VARCHAR',  -- a number would lose the `+` and zeros in front
  tos_status: 'VARCHAR', onboarding_complete: 'BOOLEAN',
  config: 'STRUCT(region VARCHAR, timezone VARCHAR, max_phone_numbers BIGINT)',
  created_at: 'TIMESTAMPTZ', updated_at: 'TIMESTAMPTZ'
});

-- A file of a single account has no column `account`, its name has it. Read those by
--   SELECT parse_filename(filename, true) AS account, * EXCLUDE (account, filename)
--   FROM read_json('acct_*.ndjson', filename = true, …
CREATE OR REPLACE TABLE numbers AS
FROM read_json('numbers*.ndjson', format = 'newline_delimited', columns = {
  account: 'VARCHAR', id: 'VARCHAR', phone_number: 'VARCHAR', status: 'VARCHAR', number_class: 'VARCHAR',
  inbound_routing: 'VARCHAR', routing_target: 'VARCHAR', outbound_enabled: 'BOOLEAN', fax_enabled: 'BOOLEAN',
  caller_id_name: 'VARCHAR', caller_id_prefix: 'VARCHAR', caller_id_visibility: 'VARCHAR',
  directory_listing_name: 'VARCHAR', directory_listing_type: 'VARCHAR', directory_listing_location: 'VARCHAR',
  expires_at: 'TIMESTAMPTZ', disconnected_at: 'TIMESTAMPTZ',
  config: 'STRUCT(fax_notifications
    STRUCT(recipients VARCHAR[], delete_documents BOOLEAN, attach_pdf BOOLEAN))',
  created_at: 'TIMESTAMPTZ', updated_at: 'TIMESTAMPTZ'
});

-- numbers | count by status
CREATE OR REPLACE VIEW by_status AS
SELECT status, count(*) AS count FROM numbers GROUP BY status ORDER BY count DESC, status;

-- What dialsh can't ask: accounts beside their numbers, also those that have none.
CREATE OR REPLACE VIEW by_account AS
SELECT a.id AS account, a.name, a.config.region AS region, count(n.id) AS numbers,
  count(n.id) FILTER (n.status = 'active') AS active, a.config.max_phone_numbers AS most
FROM accounts a LEFT JOIN numbers n ON n.account = a.id
GROUP BY ALL ORDER BY numbers DESC, a.id;

-- Phone numbers that stand in more than one account.
CREATE OR REPLACE VIEW shared_numbers AS
SELECT phone_number, list(DISTINCT account ORDER BY account) AS accounts
FROM numbers GROUP BY phone_number HAVING count(DISTINCT account) > 1 ORDER BY phone_number;

-- The times are kept in UTC; they are shown in the zone of the session.
COPY (FROM numbers ORDER BY account, created_at DESC, id) TO 'numbers.parquet' (COMPRESSION zstd);
COPY accounts TO 'accounts.parquet' (COMPRESSION zstd);

FROM by_status;

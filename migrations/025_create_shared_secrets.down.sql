DROP TABLE idempotency_keys;
DROP TABLE shared_secrets;

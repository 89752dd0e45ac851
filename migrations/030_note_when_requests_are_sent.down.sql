ALTER TABLE amion_requests DROP COLUMN sent_at;

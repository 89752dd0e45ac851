ALTER TABLE scrape_batches DROP COLUMN source_as_of;

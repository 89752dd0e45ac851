-- How old a roster's data is (Amion's own "as of" stamp), which may be older than the import.
ALTER TABLE scrape_batches ADD COLUMN source_as_of TIMESTAMP WITH TIME ZONE;

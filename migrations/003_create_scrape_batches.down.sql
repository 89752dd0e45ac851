DROP TABLE scrape_batches;

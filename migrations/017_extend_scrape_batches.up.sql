-- A batch knows what it read, for which version, how every unit ended, and everything found; the bytes stay by checksum so
-- that any machine can read them and any batch can be replayed.
ALTER TABLE scrape_batches
    ADD COLUMN source VARCHAR(50) NOT NULL DEFAULT 'ROSTER' CHECK (source IN ('MATRIX', 'LIST', 'ROSTER')),
    ADD COLUMN source_name VARCHAR(1024),
    ADD COLUMN schedule_version_id UUID REFERENCES schedule_versions(id),
    ADD COLUMN accounting JSONB,
    ADD COLUMN validation_results JSONB;

CREATE INDEX idx_scrape_batches_schedule_version ON scrape_batches(schedule_version_id);

CREATE TABLE source_files (
    checksum VARCHAR(255) PRIMARY KEY,
    file_name VARCHAR(255) NOT NULL,
    content BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL
);

CREATE INDEX idx_source_files_created_at ON source_files(created_at);

-- The files of a batch, in the order in which they were given.
CREATE TABLE scrape_batch_files (
    scrape_batch_id UUID NOT NULL REFERENCES scrape_batches(id),
    place INTEGER NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    -- No reference: the bytes go after the retention time, the batch stays.
    checksum VARCHAR(255) NOT NULL,
    PRIMARY KEY (scrape_batch_id, place)
);

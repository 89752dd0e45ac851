-- What a pulled roster said otherwise than the version in force, found by standing work; production itself never changes by it.
CREATE TABLE roster_drifts (
    id UUID PRIMARY KEY,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    scrape_batch_id UUID NOT NULL REFERENCES scrape_batches(id),
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    found_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    differences JSONB NOT NULL,
    reader_changes JSONB NOT NULL,
    messages JSONB NOT NULL,
    UNIQUE (scrape_batch_id, schedule_version_id)
);

CREATE INDEX idx_roster_drifts_hospital ON roster_drifts(hospital_id, found_at DESC);

-- Minutes between two pulls of a department that has an Amion login; Amion asks for 5 at least.
ALTER TABLE department_settings ADD COLUMN amion_pull_minutes INTEGER NOT NULL DEFAULT 30
    CHECK (amion_pull_minutes >= 5);

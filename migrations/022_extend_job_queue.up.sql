-- A job's attempt fences its effects: a worker that was believed dead and comes back has an older attempt and commits nothing.
-- The table is also the outbox: what was asked for and not yet handed to the engine has no dispatched_at.
ALTER TABLE job_queue
    ADD COLUMN hospital_id UUID REFERENCES hospitals(id),
    ADD COLUMN requested_by UUID,
    ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN error_code VARCHAR(100),
    ADD COLUMN progress JSONB,
    -- At most one job with the same key runs at a time: one import a version.
    ADD COLUMN lock_key VARCHAR(255),
    ADD COLUMN run_after TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    ADD COLUMN dispatched_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN heartbeat_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN worker VARCHAR(255);

CREATE UNIQUE INDEX idx_job_queue_lock ON job_queue(lock_key) WHERE status = 'PROCESSING';
CREATE INDEX idx_job_queue_waiting ON job_queue(run_after) WHERE status IN ('PENDING', 'RETRY');
CREATE INDEX idx_job_queue_running ON job_queue(heartbeat_at) WHERE status = 'PROCESSING';
CREATE INDEX idx_job_queue_hospital ON job_queue(hospital_id, created_at DESC);

-- The job that an import or calculation belongs to: an attempt after the first finds what is stored already.
ALTER TABLE scrape_batches ADD COLUMN job_id UUID REFERENCES job_queue(id);
CREATE INDEX idx_scrape_batches_job ON scrape_batches(job_id);
ALTER TABLE coverage_calculations ADD COLUMN job_id UUID REFERENCES job_queue(id);
CREATE UNIQUE INDEX idx_coverage_calculations_job ON coverage_calculations(job_id);

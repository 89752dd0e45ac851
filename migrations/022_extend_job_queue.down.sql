DROP INDEX idx_coverage_calculations_job;
ALTER TABLE coverage_calculations DROP COLUMN job_id;
DROP INDEX idx_scrape_batches_job;
ALTER TABLE scrape_batches DROP COLUMN job_id;
DROP INDEX idx_job_queue_hospital;
DROP INDEX idx_job_queue_running;
DROP INDEX idx_job_queue_waiting;
DROP INDEX idx_job_queue_lock;
ALTER TABLE job_queue
    DROP COLUMN hospital_id,
    DROP COLUMN requested_by,
    DROP COLUMN attempt,
    DROP COLUMN error_code,
    DROP COLUMN progress,
    DROP COLUMN lock_key,
    DROP COLUMN run_after,
    DROP COLUMN dispatched_at,
    DROP COLUMN heartbeat_at,
    DROP COLUMN worker;

ALTER TABLE job_queue DROP COLUMN requested_from;

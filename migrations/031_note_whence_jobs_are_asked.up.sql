-- What a job changes is audited with the address of whoever asked for it, who is long gone when it runs (R14: from where).
ALTER TABLE job_queue ADD COLUMN requested_from INET;

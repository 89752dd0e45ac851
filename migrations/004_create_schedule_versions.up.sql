-- Everything for one department and period: STAGING, then PRODUCTION, then ARCHIVED.
CREATE TABLE schedule_versions (
    id UUID PRIMARY KEY,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    status VARCHAR(50) NOT NULL DEFAULT 'STAGING'
        CHECK (status IN ('STAGING', 'PRODUCTION', 'ARCHIVED')),
    effective_start_date DATE NOT NULL,
    effective_end_date DATE NOT NULL,
    scrape_batch_id UUID REFERENCES scrape_batches(id),
    validation_results JSONB,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    updated_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    CHECK (effective_start_date <= effective_end_date)
);

CREATE INDEX idx_schedule_versions_hospital_status ON schedule_versions(hospital_id, status);
CREATE INDEX idx_schedule_versions_status ON schedule_versions(status);
CREATE INDEX idx_schedule_versions_effective ON schedule_versions(effective_start_date, effective_end_date);
CREATE INDEX idx_schedule_versions_batch ON schedule_versions(scrape_batch_id);
CREATE INDEX idx_schedule_versions_created_at ON schedule_versions(created_at DESC);

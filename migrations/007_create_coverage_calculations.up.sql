-- Each calculated coverage is kept with the number of queries that it took.
CREATE TABLE coverage_calculations (
    id UUID PRIMARY KEY,
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    calculation_date DATE NOT NULL,
    calculation_period_start_date DATE NOT NULL,
    calculation_period_end_date DATE NOT NULL,
    coverage_by_position JSONB NOT NULL,
    coverage_summary JSONB,
    validation_errors JSONB,
    query_count INTEGER,
    calculated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    calculated_by UUID NOT NULL
);

CREATE INDEX idx_coverage_calculations_schedule_version ON coverage_calculations(schedule_version_id);
CREATE INDEX idx_coverage_calculations_hospital_date ON coverage_calculations(hospital_id, calculation_date DESC);
CREATE INDEX idx_coverage_calculations_period ON coverage_calculations(calculation_period_start_date, calculation_period_end_date);

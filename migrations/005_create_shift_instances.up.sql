-- A required shift on a date: hours, hospital, study type, whom it admits, how many. Immutable once stored.
CREATE TABLE shift_instances (
    id UUID PRIMARY KEY,
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    shift_type VARCHAR(50) NOT NULL
        CHECK (shift_type IN ('ON1', 'ON2', 'MidC', 'MidL', 'DAY')),
    schedule_date DATE NOT NULL,
    start_time TIME NOT NULL,
    end_time TIME NOT NULL,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    study_type VARCHAR(50) NOT NULL
        CHECK (study_type IN ('GENERAL', 'BODY', 'NEURO')),
    specialty_constraint VARCHAR(50) NOT NULL
        CHECK (specialty_constraint IN ('BODY_ONLY', 'NEURO_ONLY', 'BOTH')),
    desired_coverage INTEGER NOT NULL DEFAULT 1,
    is_mandatory BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL
);

CREATE INDEX idx_shift_instances_schedule_version ON shift_instances(schedule_version_id);
CREATE INDEX idx_shift_instances_date ON shift_instances(schedule_date);
CREATE INDEX idx_shift_instances_hospital_date ON shift_instances(hospital_id, schedule_date);
CREATE INDEX idx_shift_instances_shift_type ON shift_instances(shift_type);

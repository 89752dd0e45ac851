-- A person on a shift instance. Removed by deleted_at, never by DELETE; one live row a person and instance.
CREATE TABLE assignments (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES persons(id),
    shift_instance_id UUID NOT NULL REFERENCES shift_instances(id),
    schedule_date DATE NOT NULL,
    original_shift_type VARCHAR(255),
    source VARCHAR(50) NOT NULL DEFAULT 'MANUAL'
        CHECK (source IN ('AMION', 'MANUAL', 'OVERRIDE')),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID
);

CREATE UNIQUE INDEX idx_assignments_unique ON assignments(person_id, shift_instance_id, schedule_date)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_assignments_person ON assignments(person_id);
CREATE INDEX idx_assignments_shift ON assignments(shift_instance_id);
CREATE INDEX idx_assignments_date ON assignments(schedule_date);
CREATE INDEX idx_assignments_source ON assignments(source);

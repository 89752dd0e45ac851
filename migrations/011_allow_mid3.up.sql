-- Real matrices and rosters have a third evening shift.
ALTER TABLE shift_instances DROP CONSTRAINT shift_instances_shift_type_check;
ALTER TABLE shift_instances ADD CONSTRAINT shift_instances_shift_type_check
    CHECK (shift_type IN ('DAY', 'MidC', 'MidL', 'Mid3', 'ON1', 'ON2'));

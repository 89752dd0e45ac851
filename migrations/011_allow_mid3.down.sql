ALTER TABLE shift_instances DROP CONSTRAINT shift_instances_shift_type_check;
ALTER TABLE shift_instances ADD CONSTRAINT shift_instances_shift_type_check
    CHECK (shift_type IN ('ON1', 'ON2', 'MidC', 'MidL', 'DAY'));

DROP TABLE shift_instances;

DROP TABLE coverage_calculations;

DROP TABLE production_periods;

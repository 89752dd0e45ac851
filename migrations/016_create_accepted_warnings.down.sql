DROP TABLE accepted_warnings;

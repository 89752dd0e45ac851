DROP TABLE amion_copies;

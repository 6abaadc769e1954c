-- Counts the writes that changed one station's own data only; data_version counts those that may have changed anybody's.
CREATE TABLE station_version (
  station_id  bigint NOT NULL PRIMARY KEY,
  version     bigint NOT NULL
);

-- A case (个案) or group (小组). Its opening, sessions and closing are records; what state it is in follows from those that are not void.
CREATE TABLE case_file (
  id          {identity},
  station_id  bigint NOT NULL REFERENCES station (id),
  indicator   text   NOT NULL,
  name        text   NOT NULL
);
CREATE INDEX case_file_name ON case_file (station_id, indicator, name);

ALTER TABLE record ADD COLUMN file_id bigint REFERENCES case_file (id);
CREATE INDEX record_file ON record (file_id);

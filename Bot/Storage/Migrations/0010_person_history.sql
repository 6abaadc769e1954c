-- Every change of the roster: who, when, what it was before and after. It outlives a person that was added by mistake and taken back.
CREATE TABLE person_history (
  id          {identity},
  station_id  bigint  NOT NULL REFERENCES station (id),
  person_id   bigint  NOT NULL,
  step        integer NOT NULL,
  at          text    NOT NULL,              -- UTC, ISO 8601
  member_id   bigint  REFERENCES member (id),
  action      text    NOT NULL,
  before      text,
  after       text,
  cause       text,                          -- of the message: a turn that is done again finds its change
  UNIQUE (station_id, person_id, step),
  UNIQUE (station_id, cause)
);
CREATE INDEX person_history_member ON person_history (member_id, at);

-- Times between leaving the roster and coming back, as yyyy-MM-dd..yyyy-MM-dd (both days away), separated by commas.
ALTER TABLE person ADD COLUMN away text NOT NULL DEFAULT '';

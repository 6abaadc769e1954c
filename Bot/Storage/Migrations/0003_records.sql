-- Everybody the station knows. A person is the same by name and community (product.md §8); who stands in no person_area is known,
-- but not on the roster that the district handed over.
CREATE TABLE person (
  id           {identity},
  station_id   bigint  NOT NULL REFERENCES station (id),
  name         text    NOT NULL,
  community    text    NOT NULL DEFAULT '',
  gender       text,
  born         date,
  home         text,
  phone        text,
  guardian     text,
  revisit      boolean NOT NULL DEFAULT FALSE,
  entered      date    NOT NULL,
  left_on      date,
  left_reason  text,
  UNIQUE (station_id, name, community)
);

CREATE TABLE person_area (
  person_id  bigint NOT NULL REFERENCES person (id),
  area       text   NOT NULL,
  PRIMARY KEY (person_id, area)
);

CREATE TABLE person_tag (
  person_id  bigint NOT NULL REFERENCES person (id),
  tag        text   NOT NULL,
  PRIMARY KEY (person_id, tag)
);

CREATE TABLE person_alias (
  person_id  bigint NOT NULL REFERENCES person (id),
  alias      text   NOT NULL,
  PRIMARY KEY (person_id, alias)
);

-- One dated thing that was done; it contributes to one indicator, merges aside (product.md §2).
CREATE TABLE record (
  station_id  bigint  NOT NULL REFERENCES station (id),
  number      bigint  NOT NULL,              -- counts up within the station: #128
  key         text    NOT NULL,              -- of the card, or of the imported row: a repeat makes no second record
  form        text    NOT NULL,
  indicator   text    NOT NULL,
  date        date    NOT NULL,              -- of the service, never of the entry
  entered     text    NOT NULL,              -- UTC, ISO 8601
  member_id   bigint  REFERENCES member (id),
  worker      text,                          -- as the import names the worker, where that is no member
  outcome     text    NOT NULL,              -- Done counts; Attempt and Plan are kept and never do
  mode        text,
  name        text,                          -- of the event, case, group, fund, project, partner …
  content     text,
  minutes     integer,
  fen         bigint,
  people      integer,
  session     integer,
  details     text,                          -- what only people read, as JSON
  voided      boolean NOT NULL DEFAULT FALSE,
  PRIMARY KEY (station_id, number),
  UNIQUE (station_id, key)
);
CREATE INDEX record_count ON record (station_id, indicator, date);
CREATE INDEX record_date ON record (station_id, date);

CREATE TABLE record_person (
  station_id  bigint  NOT NULL,
  number      bigint  NOT NULL,
  person_id   bigint  NOT NULL REFERENCES person (id),
  place       integer NOT NULL,              -- the order in which they were named
  PRIMARY KEY (station_id, number, person_id),
  FOREIGN KEY (station_id, number) REFERENCES record (station_id, number)
);
CREATE INDEX record_person_person ON record_person (person_id);

CREATE TABLE record_evidence (
  station_id  bigint  NOT NULL,
  number      bigint  NOT NULL,
  kind        integer NOT NULL,
  marked      text    NOT NULL,              -- UTC, ISO 8601
  member_id   bigint  REFERENCES member (id),
  PRIMARY KEY (station_id, number, kind),
  FOREIGN KEY (station_id, number) REFERENCES record (station_id, number)
);

-- Every change: who, when, what it was before and after.
CREATE TABLE record_history (
  station_id  bigint  NOT NULL,
  number      bigint  NOT NULL,
  step        integer NOT NULL,
  at          text    NOT NULL,              -- UTC, ISO 8601
  member_id   bigint  REFERENCES member (id),
  action      text    NOT NULL,
  before      text,
  after       text,
  PRIMARY KEY (station_id, number, step),
  FOREIGN KEY (station_id, number) REFERENCES record (station_id, number)
);

CREATE TABLE station (
  id           {identity},
  name         text    NOT NULL UNIQUE,
  last_record  bigint  NOT NULL DEFAULT 0,   -- the highest record number given out
  is_demo      boolean NOT NULL DEFAULT FALSE
);

CREATE TABLE project_year (
  station_id  bigint NOT NULL REFERENCES station (id),
  starts      date   NOT NULL,
  PRIMARY KEY (station_id, starts)
);

-- The tier that holds from a day on (product.md §3.16).
CREATE TABLE station_tier (
  station_id  bigint  NOT NULL REFERENCES station (id),
  starts      date    NOT NULL,
  tier        integer NOT NULL,
  PRIMARY KEY (station_id, starts)
);

CREATE TABLE member (
  id          {identity},
  station_id  bigint NOT NULL REFERENCES station (id),
  name        text   NOT NULL,
  role        text   NOT NULL,
  joined      date   NOT NULL,
  left_on     date,
  UNIQUE (station_id, name)
);

-- How a member is known on a channel.
CREATE TABLE account (
  channel    text   NOT NULL,
  user_id    text   NOT NULL,
  member_id  bigint NOT NULL REFERENCES member (id),
  PRIMARY KEY (channel, user_id)
);
CREATE INDEX account_member ON account (member_id);

CREATE TABLE join_code (
  code        text   NOT NULL PRIMARY KEY,
  station_id  bigint NOT NULL REFERENCES station (id),
  member_id   bigint NOT NULL REFERENCES member (id),
  expires     text   NOT NULL                -- UTC, ISO 8601
);

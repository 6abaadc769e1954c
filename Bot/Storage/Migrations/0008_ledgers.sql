-- Excel files made of the records (台账, 名册). The bytes stand under Attachments:Path by their hash.
CREATE TABLE ledger (
  id          {identity},
  station_id  bigint NOT NULL REFERENCES station (id),
  member_id   bigint NOT NULL REFERENCES member (id),
  cause       text   NOT NULL,              -- of the message that asked for it: asked again by the same, it is the same file
  hash        text   NOT NULL,              -- SHA-256 of the bytes, hex
  name        text   NOT NULL,              -- to show, never a path
  made        text   NOT NULL,              -- UTC, ISO 8601
  UNIQUE (station_id, cause)
);

-- The records that it lists, and the evidence that it is for them.
CREATE TABLE ledger_record (
  ledger_id   bigint  NOT NULL REFERENCES ledger (id),
  station_id  bigint  NOT NULL,
  number      bigint  NOT NULL,
  kind        integer NOT NULL,
  PRIMARY KEY (ledger_id, number),
  FOREIGN KEY (station_id, number) REFERENCES record (station_id, number)
);

-- What a conversation is about, while it may be followed up: minutes, not days.
CREATE TABLE topic (
  channel       text  NOT NULL,
  conversation  text  NOT NULL,
  sentences     text  NOT NULL,            -- JSON: the question and what followed it up
  at            text  NOT NULL,            -- the station's wall clock, ISO 8601
  PRIMARY KEY (channel, conversation)
);
CREATE INDEX topic_at ON topic (at);

-- The message that brought a change about: a turn that is done again after a crash finds its change and makes no second one.
ALTER TABLE record_history ADD COLUMN cause text;
CREATE UNIQUE INDEX record_history_cause ON record_history (station_id, cause);

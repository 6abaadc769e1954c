-- Which of the member's deeds (by its key, as Records/DeedEntry makes it) an entry takes back, or does again; null for whatever is new.
ALTER TABLE record_history ADD COLUMN deed text;
ALTER TABLE person_history ADD COLUMN deed text;

-- Which session of its file a record is follows from the sessions before it; only what an import tells is kept.
UPDATE record SET session = NULL WHERE key LIKE 'card:%';

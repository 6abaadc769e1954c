-- What was told in a sentence and isn't saved yet, with the question that is open; JSON. Null for a form that was opened empty.
ALTER TABLE form_draft ADD COLUMN telling text;

-- How the diff of a mail is turned back into the bytes that it came in, where they are not its text
-- in UTF-8: files are bytes to git, and an mbox gives them back (web-ui §6.1).
alter table patch_text add column diff_charset varchar(40);
-- Only where the text in that charset is not those bytes; in zlib's form.
alter table patch_text add column diff_bytes ${bytes};

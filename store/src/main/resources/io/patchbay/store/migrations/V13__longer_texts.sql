-- Columns that were shorter than the texts that rules allow. An address has up to 254 characters, also while it waits to
-- be confirmed, and the lower case of a letter can be two of them (that of İ is), for which the columns have room that
-- hold texts without regard to case. SQLite takes texts of any length into these columns and has nothing to change.
${sized} alter table email_confirmation alter column email type varchar(254);
${sized} alter table email_optout alter column email type varchar(508);
${sized} alter table account alter column username_key type varchar(300), alter column email_key type varchar(508);
${sized} alter table person alter column email_key type varchar(510);
${sized} alter table project alter column link_name_key type varchar(510);

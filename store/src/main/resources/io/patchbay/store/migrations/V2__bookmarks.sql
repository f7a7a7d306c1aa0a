-- How far a place that mail is read from has been read. Kept beside what was filed, so that a
-- restored backup is read on from where the backup stopped.
create table bookmark (
    place    text         not null primary key,
    position varchar(255) not null
);

-- How the texts of mails lie on the disk: see Dialect and docs/adr/0014.
${texts};

// Finds a PostgreSQL server's programs for the tests, or installs them; says in one line what it did.
import { existsSync, readdirSync } from 'node:fs';
import { aptInstall } from './apt.mjs';

/** Folders holding `initdb` and `postgres`, newest version first. */
function programFolders() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    '/opt/homebrew/opt/postgresql/bin', '/opt/homebrew/bin', '/usr/local/opt/postgresql/bin', '/usr/local/bin', '/usr/bin', '/usr/local/pgsql/bin',
  ];
}

const found = () => programFolders().find((folder) => existsSync(`${folder}/initdb`) && existsSync(`${folder}/postgres`));

/** The environment that tells the tests where PostgreSQL is: `TEST_DATABASE_URL` as given, or `POSTGRES_BIN` as found. */
export function findPostgres() {
  if (process.env.TEST_DATABASE_URL) return say('PostgreSQL: the one TEST_DATABASE_URL names', {});
  if (found()) return say(`PostgreSQL: ${found()}`, { POSTGRES_BIN: found() });
  if (aptInstall(['postgresql']) && found()) return say('PostgreSQL: installed with apt-get', { POSTGRES_BIN: found() });
  return say('PostgreSQL: none found and none could be installed; its tests run on the embedded database only', {});
}

function say(line, value) {
  console.log(line);
  return value;
}

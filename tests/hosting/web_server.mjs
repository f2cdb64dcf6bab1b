/** Real web servers, started with the files in `examples/hosting/`: only ports, folders and the certificate are other. */

import { execFile, spawn } from "node:child_process";
import { access, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { freePort, untilItAnswers } from "./asking.mjs";
import { EXAMPLES } from "./region.mjs";

const run = promisify(execFile);

const MODULES = { nginx: "/usr/lib/nginx/modules", apache: "/usr/lib/apache2/modules" };

/**
 * @typedef {{ origin: string, plain?: string, stop: () => Promise<void> }} WebServer
 * `origin` is where it serves; `plain` leads there from an address without TLS.
 */

/**
 * nginx, serving a folder.
 *
 * @param {string} scratch
 * @param {string} root
 * @param {{ workers?: number }} [options]
 * @returns {Promise<WebServer>}
 */
export async function nginx(scratch, root, { workers = 1 } = {}) {
  const { plain, tls, certificate, key } = await place(scratch);
  const server = replaced(await readFile(path.join(EXAMPLES, "nginx/keuzewijzer.conf"), "utf8"), [
    ["listen 80;", `listen 127.0.0.1:${plain};`],
    ["    listen [::]:80;\n", ""],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${tls} ssl http2;`],
    ["    listen [::]:443 ssl http2;\n", ""],
    ["/etc/letsencrypt/live/keuzewijzer.example/fullchain.pem", certificate],
    ["/etc/letsencrypt/live/keuzewijzer.example/privkey.pem", key],
    ["/srv/keuzewijzer/public", root],
    ["/var/www/html", path.join(scratch, "html")],
  ]);
  await writeFile(path.join(scratch, "keuzewijzer.conf"), server);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${scratch}/${name};`,
  );
  const main = `
    daemon off;
    worker_processes ${workers};
    pid ${scratch}/nginx.pid;
    error_log ${scratch}/error.log;
    load_module ${MODULES.nginx}/ngx_http_brotli_static_module.so;
    events {}
    http { ${temporary.join(" ")} include ${scratch}/keuzewijzer.conf; }
  `;
  await writeFile(path.join(scratch, "nginx.conf"), main);
  return started("nginx", ["-p", scratch, "-c", path.join(scratch, "nginx.conf")], ...addresses(plain, tls));
}

/**
 * nginx as it runs in the container: another user than root, who may write in one folder only.
 *
 * @param {string} scratch
 * @param {string} root
 * @returns {Promise<WebServer>}
 */
export async function container(scratch, root) {
  const port = await freePort();
  const temporary = path.join(scratch, "tmp");
  await mkdir(temporary, { recursive: true });
  await chmod(temporary, 0o777);
  const site = replaced(await readFile(path.join(EXAMPLES, "container/keuzewijzer.conf"), "utf8"), [
    ["listen 8080;", `listen 127.0.0.1:${port};`],
    ["/srv/keuzewijzer/public", root],
  ]);
  await writeFile(path.join(scratch, "keuzewijzer.conf"), site);
  const main = replaced(await readFile(path.join(EXAMPLES, "container/nginx.conf"), "utf8"), [
    ["/tmp/", `${temporary}/`],
    ["/etc/nginx/keuzewijzer.conf", path.join(scratch, "keuzewijzer.conf")],
  ]);
  await writeFile(path.join(scratch, "nginx.conf"), main);
  const command = ["nginx", "-c", path.join(scratch, "nginx.conf"), "-g", "daemon off;"];
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? ["setpriv", "--reuid=10001", "--regid=10001", "--clear-groups"] : [];
  const [program, ...parameters] = [...user, ...command];
  return started(program, parameters, `http://127.0.0.1:${port}`);
}

/** What Debian's `apache2` loads by itself, and what the head of our file says to enable. */
const APACHE_MODULES =
  "mpm_event authn_core authz_core authz_host alias autoindex dir mime negotiation deflate filter reqtimeout setenvif ssl socache_shmcb http2 headers rewrite";

/**
 * Apache, serving a folder.
 *
 * @param {string} scratch
 * @param {string} root
 * @returns {Promise<WebServer>}
 */
export async function apache(scratch, root) {
  const { plain, tls, certificate, key } = await place(scratch);
  const hosts = replaced(await readFile(path.join(EXAMPLES, "apache/keuzewijzer.conf"), "utf8"), [
    ["<VirtualHost *:80>", `<VirtualHost 127.0.0.1:${plain}>`],
    ["<VirtualHost *:443>", `<VirtualHost 127.0.0.1:${tls}>`],
    ["/etc/letsencrypt/live/keuzewijzer.example/fullchain.pem", certificate],
    ["/etc/letsencrypt/live/keuzewijzer.example/privkey.pem", key],
    ["/srv/keuzewijzer/public", root],
  ]);
  const main = [
    ...APACHE_MODULES.split(" ").map((name) => `LoadModule ${name}_module ${MODULES.apache}/mod_${name}.so`),
    `ServerRoot ${scratch}`,
    `PidFile ${scratch}/apache.pid`,
    `ErrorLog ${scratch}/error.log`,
    `DefaultRuntimeDir ${scratch}`,
    "ServerName localhost",
    "User www-data",
    "Group www-data",
    `Listen 127.0.0.1:${plain}`,
    `Listen 127.0.0.1:${tls}`,
    `TypesConfig ${scratch}/mime.types`,
    // What Debian's own files say of compressed files, which ours must stand up to.
    "AddType application/x-gzip .gz .tgz",
    "AddLanguage br .br",
    "<Directory />\nRequire all denied\n</Directory>",
    hosts,
  ];
  await writeFile(path.join(scratch, "mime.types"), "text/html html\ntext/css css\ntext/csv csv\napplication/gzip gz\n");
  await writeFile(path.join(scratch, "apache.conf"), main.join("\n"));
  const command = ["-DFOREGROUND", "-f", path.join(scratch, "apache.conf")];
  return started("/usr/sbin/apache2", command, ...addresses(plain, tls));
}

/** @param {number} plain @param {number} tls @returns {[string, string]} */
function addresses(plain, tls) {
  return [`https://127.0.0.1:${tls}`, `http://127.0.0.1:${plain}`];
}

/** @param {string} scratch */
async function place(scratch) {
  await mkdir(scratch, { recursive: true });
  const [certificate, key] = [path.join(scratch, "certificate.pem"), path.join(scratch, "key.pem")];
  const isThere = await access(key).then(() => true, () => false);
  if (!isThere) {
    const subject = ["-subj", "/CN=keuzewijzer.example", "-days", "2"];
    const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    await run("openssl", ["req", "-x509", ...kind, ...subject, "-keyout", key, "-out", certificate]);
  }
  return { plain: await freePort(), tls: await freePort(), certificate, key };
}

/**
 * @param {string} text
 * @param {[string, string][]} changes each of which must be there
 */
function replaced(text, changes) {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the file does not hold ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} origin
 * @param {string} [plain]
 * @returns {Promise<WebServer>}
 */
async function started(command, parameters, origin, plain) {
  // Where servers are, also for who is not root.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const server = spawn(command, parameters, { env, stdio: ["ignore", "inherit", "inherit"] });
  const gone = new Promise((resolve) => server.on("close", resolve));
  const isGone = gone.then((code) => {
    throw new Error(`${command} stopped with ${code}`);
  });
  await Promise.race([untilItAnswers(`${origin}/`), isGone]);
  isGone.catch(() => {});
  return {
    origin,
    plain,
    stop: async () => {
      server.kill("SIGTERM");
      await gone;
    },
  };
}

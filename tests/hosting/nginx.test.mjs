/** nginx with `examples/hosting/nginx/keuzewijzer.conf`. */

import { nginx } from "./web_server.mjs";
import { promises } from "./web_server_promises.mjs";

promises("nginx", nginx);

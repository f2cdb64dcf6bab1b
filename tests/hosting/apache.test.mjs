/** Apache with `examples/hosting/apache/keuzewijzer.conf`. */

import { apache } from "./web_server.mjs";
import { promises } from "./web_server_promises.mjs";

promises("apache", apache);

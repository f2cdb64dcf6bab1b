/** nginx with the files of `examples/hosting/container/`. */

import { container } from "./web_server.mjs";
import { promises } from "./web_server_promises.mjs";

promises("container", container);

// Waits for the next version of the page that is open, and then loads it. A page that nobody sees does not wait: browsers
// hold few connections to one address.
{
  const { changes, version } = document.currentScript.dataset;
  let waiting = null;

  const stop = () => {
    waiting?.close();
    waiting = null;
  };

  const wait = () => {
    stop();
    if (document.hidden) return;
    waiting = new EventSource(`${changes}?since=${version}`);
    waiting.addEventListener("change", () => {
      stop();
      location.reload();
    });
  };

  document.addEventListener("visibilitychange", wait);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", wait);
}

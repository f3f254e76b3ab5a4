// A code of a shop read by the camera, on the device alone: no picture is kept or sent.
(async () => {
  const field = document.querySelector("[data-scan]");
  if (!field) return;
  const { scan, scanStop, scanRefused } = field.dataset;
  const finds = field.form.method === "get";
  const alone = field.form.querySelectorAll("input:not([type=hidden]), select").length === 1;

  // A scanner ends with Enter: that must not send a form away in which more is asked.
  if (!finds && !alone) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      field.select();
    });
  }

  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const kinds = (await BarcodeDetector.getSupportedFormats()).filter((one) => one.startsWith("ean_"));
  if (!kinds.length) return;
  const detector = new BarcodeDetector({ formats: kinds });
  const make = (name, told) => Object.assign(document.createElement(name), told);
  const button = make("button", { type: "button", className: "button button-secondary", textContent: scan });
  const status = make("p", { className: "hint", role: "status" });
  const view = make("video", { muted: true, playsInline: true, hidden: true });
  const line = make("p");
  line.append(button);
  field.after(status, line, view);

  let stream = null;
  let opening = false;
  const close = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = view.srcObject = null;
    view.hidden = true;
    button.textContent = scan;
  };
  const open = async () => {
    status.textContent = "";
    opening = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      Object.assign(view, { hidden: false, srcObject: stream });
      button.textContent = scanStop;
      await view.play();
    } catch {
      close();
      status.textContent = scanRefused;
      field.focus();
    }
    opening = false;
  };
  const look = async () => {
    while (stream) {
      const [found] = await detector.detect(view).catch(() => []);
      if (found && stream) {
        close();
        field.value = found.rawValue;
        finds ? field.form.requestSubmit() : field.focus();
      }
      await new Promise((again) => setTimeout(again, 120));
    }
  };
  button.addEventListener("click", () => opening || (stream ? close() : open().then(look)));
  document.addEventListener("visibilitychange", () => document.hidden && close());
})();

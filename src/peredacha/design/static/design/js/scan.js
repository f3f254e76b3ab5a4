// A code of a shop read from a picture, on the device alone: the picture has no name, so no form sends it.
(async () => {
  const field = document.querySelector("[data-scan]");
  if (!field || !("BarcodeDetector" in window)) return;
  const kinds = (await BarcodeDetector.getSupportedFormats()).filter((one) => one.startsWith("ean_"));
  if (!kinds.length) return;
  const detector = new BarcodeDetector({ formats: kinds });
  const label = document.createElement("label");
  label.className = "button button-secondary";
  label.textContent = field.dataset.scan;
  const camera = document.createElement("input");
  Object.assign(camera, { type: "file", accept: "image/*", capture: "environment", className: "unseen" });
  label.append(camera);
  field.after(label);
  camera.addEventListener("change", async () => {
    const picture = camera.files[0] && (await createImageBitmap(camera.files[0]));
    const [found] = picture ? await detector.detect(picture) : [];
    camera.value = "";
    if (!found) { field.focus(); return; }
    field.value = found.rawValue;
    if (field.form.method === "get") field.form.requestSubmit();
  });
})();

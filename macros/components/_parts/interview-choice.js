import { required } from "#page/elements.js";
import { Chooser } from "#records/chooser.js";
import { nameFields, pinInterview } from "#records/interviews.js";

/** The choice of the interview that a tool is about. With only one there is nothing to choose. */
export class InterviewChoice {
  /** How often it was shown: an earlier, slower call must not overwrite a later one. */
  #shown = 0;

  /**
   * @param {HTMLElement} root
   * @param {(interview: string) => void} onChoose Called when another one is chosen.
   */
  constructor(root, onChoose) {
    this.line = required(root, "[data-several]", HTMLElement);
    this.chooser = new Chooser(this.line, (interview) => {
      pinInterview(interview);
      onChoose(interview);
    });
  }

  /**
   * @param {readonly string[]} all
   * @param {string | null} current
   * @returns {Promise<Map<string, string>>} Their names here, if there are several.
   */
  async show(all, current) {
    this.#shown += 1;
    const shown = this.#shown;
    const names = all.length > 1 ? await this.#names(all) : [];
    const choices = names.map(({ name, isOwn }, index) => ({ value: all[index], text: name, isOwn }));
    if (shown === this.#shown) this.chooser.show(choices, current ?? "");
    return new Map(choices.map(({ value, text }) => [value, text]));
  }

  /** @param {readonly string[]} all */
  async #names(all) {
    const { distinctNames } = await import("#text/interview-names.js");
    return distinctNames(
      all.map(nameFields),
      JSON.parse(this.line.dataset.names ?? ""),
      document.documentElement.lang,
    );
  }
}

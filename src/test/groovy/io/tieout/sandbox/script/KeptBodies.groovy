package io.tieout.sandbox.script

/** Bodies for requests that a spec makes up. */
class KeptBodies {

  static KeptBody of(String text) {
    KeptBody.of(text.getBytes('UTF-8'), LogKeeping.everything())
  }
}

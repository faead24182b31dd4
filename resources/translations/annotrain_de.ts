<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Annotrain</source>
      <translation>Über Annotrain</translation>
    </message>
    <message>
      <source>It stands on</source>
      <translation>Es steht auf</translation>
    </message>
    <message>
      <source>Label images, train a model on them and let it label the rest, on this computer. Free software under the Apache licence 2.0.</source>
      <translation>Bilder annotieren, ein Modell damit trainieren und es den Rest annotieren lassen, auf diesem Rechner. Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
  </context>
  <context>
    <name>Acting</name>
    <message numerus="yes">
      <source>%n image(s) are given this tag.</source>
      <translation>
        <numerusform>%n Bild bekommt diesen Tag.</numerusform>
        <numerusform>%n Bilder bekommen diesen Tag.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) become objects of this label.</source>
      <translation>
        <numerusform>%n Vorschlag wird ein Objekt dieses Labels.</numerusform>
        <numerusform>%n Vorschläge werden Objekte dieses Labels.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) rejected.</source>
      <translation>
        <numerusform>%n Vorschlag abgelehnt.</numerusform>
        <numerusform>%n Vorschläge abgelehnt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>%n Vorschlag annehmen</numerusform>
        <numerusform>%n Vorschläge annehmen</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept all</source>
      <translation>Alle annehmen</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message numerus="yes">
      <source>Nothing is selected. Accept all %n suggestion(s) shown, {where}?</source>
      <translation>
        <numerusform>Nichts ist ausgewählt. Den einen gezeigten Vorschlag {where} annehmen?</numerusform>
        <numerusform>Nichts ist ausgewählt. Alle %n gezeigten Vorschläge {where} annehmen?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing is selected. Reject all %n suggestion(s) shown?</source>
      <translation>
        <numerusform>Nichts ist ausgewählt. Den einen gezeigten Vorschlag ablehnen?</numerusform>
        <numerusform>Nichts ist ausgewählt. Alle %n gezeigten Vorschläge ablehnen?</numerusform>
      </translation>
    </message>
    <message>
      <source>Reject all</source>
      <translation>Alle ablehnen</translation>
    </message>
    <message>
      <source>Relabel</source>
      <translation>Umbenennen</translation>
    </message>
    <message numerus="yes">
      <source>Relabel %n suggestion(s) to {label}</source>
      <translation>
        <numerusform>%n Vorschlag in {label} umbenennen</numerusform>
        <numerusform>%n Vorschläge in {label} umbenennen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Set aside %n image(s) in the review</source>
      <translation>
        <numerusform>%n Bild in der Durchsicht beiseitelegen</numerusform>
        <numerusform>%n Bilder in der Durchsicht beiseitelegen</numerusform>
      </translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Tag {tag}</source>
      <translation>Tag {tag} geben</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>Zurückgenommen.</translation>
    </message>
    <message numerus="yes">
      <source>in %n image(s)</source>
      <translation>
        <numerusform>in %n Bild</numerusform>
        <numerusform>in %n Bildern</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ActionBar</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n selected</source>
      <translation>
        <numerusform>%n ausgewählt</numerusform>
        <numerusform>%n ausgewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept {count}</source>
      <translation>{count} annehmen</translation>
    </message>
    <message>
      <source>Nothing is shown.</source>
      <translation>Nichts wird gezeigt.</translation>
    </message>
    <message>
      <source>Nothing selected: the buttons mean all that is shown</source>
      <translation>Nichts ausgewählt: Die Knöpfe meinen alles, was gezeigt wird</translation>
    </message>
    <message>
      <source>Reject {count}</source>
      <translation>{count} ablehnen</translation>
    </message>
    <message>
      <source>Relabel…</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <source>Set aside {count}</source>
      <translation>{count} beiseitelegen</translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>Tag …</translation>
    </message>
  </context>
  <context>
    <name>AdjustPanel</name>
    <message>
      <source>Adjust picture</source>
      <translation>Bild anpassen</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Schwarz</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>Close; what is set stays</source>
      <translation>Schließen; das Eingestellte bleibt</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Weiß</translation>
    </message>
  </context>
  <context>
    <name>Advice</name>
    <message>
      <source>A larger backbone: {backbone}</source>
      <translation>Ein größeres Grundnetz: {backbone}</translation>
    </message>
    <message>
      <source>A learning rate of {rate:g}</source>
      <translation>Eine Lernrate von {rate:g}</translation>
    </message>
    <message>
      <source>A smaller backbone: {backbone}</source>
      <translation>Ein kleineres Grundnetz: {backbone}</translation>
    </message>
    <message>
      <source>Deal the images to train and val anew, so that both hold the same kinds</source>
      <translation>Die Bilder neu auf train und val verteilen, sodass beide die gleichen Arten enthalten</translation>
    </message>
    <message>
      <source>For {epochs} epochs {metric} has been as high as it can be, {value:.2f}. Stop now: {left} epochs are left.</source>
      <translation>Seit {epochs} Epochen ist {metric} so hoch wie möglich: {value:.2f}. Jetzt anhalten: {left} Epochen stehen noch aus.</translation>
    </message>
    <message>
      <source>Go on from {model} for {epochs} epochs</source>
      <translation>Von {model} aus {epochs} Epochen weiterlernen</translation>
    </message>
    <message>
      <source>It ended too early</source>
      <translation>Das Training endete zu früh</translation>
    </message>
    <message>
      <source>It learns by heart</source>
      <translation>Das Netz lernt auswendig</translation>
    </message>
    <message>
      <source>It learns too little</source>
      <translation>Das Netz lernt zu wenig</translation>
    </message>
    <message>
      <source>It was still learning: over the last {epochs} epochs the validation loss changed by {change:+.0%} and {metric} by {gain:+.2f}, to {value:.2f}.</source>
      <translation>Es wurde noch gelernt: In den letzten {epochs} Epochen änderte sich der Validierungsverlust um {change:+.0%} und {metric} um {gain:+.2f} auf {value:.2f}.</translation>
    </message>
    <message>
      <source>Label more images</source>
      <translation>Mehr Bilder annotieren</translation>
    </message>
    <message>
      <source>Label more images with {label}</source>
      <translation>Mehr Bilder mit {label} annotieren</translation>
    </message>
    <message>
      <source>Larger pictures: {image_size} pixels</source>
      <translation>Größere Bilder: {image_size} Pixel</translation>
    </message>
    <message>
      <source>Leave {label} out</source>
      <translation>{label} weglassen</translation>
    </message>
    <message>
      <source>Let rare labels count more</source>
      <translation>Seltene Labels stärker gewichten</translation>
    </message>
    <message>
      <source>Next time {epochs} epochs</source>
      <translation>Nächstes Mal {epochs} Epochen</translation>
    </message>
    <message>
      <source>Nothing more is learned</source>
      <translation>Es wird nichts mehr gelernt</translation>
    </message>
    <message>
      <source>Over the last {epochs} epochs the loss did not fall any more ({change:+.1%}) and {metric} did not rise ({gain:+.3f}); it is {value:.2f}.</source>
      <translation>In den letzten {epochs} Epochen sank der Verlust nicht mehr ({change:+.1%}) und {metric} stieg nicht mehr ({gain:+.3f}); der Wert ist {value:.2f}.</translation>
    </message>
    <message>
      <source>Over the last {epochs} epochs the loss no longer falls ({change:+.1%}) and {metric} no longer rises ({gain:+.3f}); it is {value:.2f}. Stop now: {left} epochs are left.</source>
      <translation>Seit {epochs} Epochen sinkt der Verlust nicht mehr ({change:+.1%}) und {metric} steigt nicht mehr ({gain:+.3f}); der Wert ist {value:.2f}. Jetzt anhalten: {left} Epochen stehen noch aus.</translation>
    </message>
    <message>
      <source>Since epoch {best} the training loss went on falling, from {train_then:.2f} to {train_loss:.2f}, but the validation loss went from {lowest:.2f} to {val_loss:.2f}.</source>
      <translation>Seit Epoche {best} sank der Trainingsverlust weiter, von {train_then:.2f} auf {train_loss:.2f}, der Validierungsverlust aber ging von {lowest:.2f} auf {val_loss:.2f}.</translation>
    </message>
    <message>
      <source>The learning rate is too high</source>
      <translation>Die Lernrate ist zu hoch</translation>
    </message>
    <message>
      <source>The loss jumps: {count} of {steps} steps were more than {times:.1f} times as high as those around them, at a learning rate of {rate:g}.</source>
      <translation>Der Verlust springt: {count} von {steps} Schritten lagen mehr als {times:.1f}-mal so hoch wie die um sie herum, bei einer Lernrate von {rate:g}.</translation>
    </message>
    <message>
      <source>The loss was no number any more at step {step}, at a learning rate of {rate:g}. If the images that were kept of it are sound, the steps were too large.</source>
      <translation>Der Verlust war in Schritt {step} keine Zahl mehr, bei einer Lernrate von {rate:g}. Wenn die davon aufgehobenen Bilder in Ordnung sind, waren die Schritte zu groß.</translation>
    </message>
    <message>
      <source>The training loss does not fall: it was {low:.2f} at the beginning and is {high:.2f} after {steps} steps, at a learning rate of {rate:g}; the recipe's is {usual:g}.</source>
      <translation>Der Trainingsverlust sinkt nicht: Er war am Anfang {low:.2f} und ist nach {steps} Schritten {high:.2f}, bei einer Lernrate von {rate:g}; im Rezept ist sie {usual:g}.</translation>
    </message>
    <message>
      <source>The training loss rose from {low:.2f} at step {low_step:.0f} to {high:.2f} at step {high_step:.0f}, at a learning rate of {rate:g}.</source>
      <translation>Der Trainingsverlust stieg von {low:.2f} bei Schritt {low_step:.0f} auf {high:.2f} bei Schritt {high_step:.0f}, bei einer Lernrate von {rate:g}.</translation>
    </message>
    <message>
      <source>Too few images of {label}</source>
      <translation>Zu wenige Bilder mit {label}</translation>
    </message>
    <message>
      <source>Training and validation images differ</source>
      <translation>Trainings- und Validierungsbilder sind verschieden</translation>
    </message>
    <message>
      <source>Training and validation loss are alike ({train_loss:.2f} and {val_loss:.2f}) and changed by {change:+.0%} over the last {epochs} epochs; {metric} is {value:.2f}.</source>
      <translation>Trainings- und Validierungsverlust sind gleich hoch ({train_loss:.2f} und {val_loss:.2f}) und änderten sich in den letzten {epochs} Epochen um {change:+.0%}; {metric} ist {value:.2f}.</translation>
    </message>
    <message>
      <source>Vary light, colour and sharpness more</source>
      <translation>Licht, Farbe und Schärfe stärker variieren</translation>
    </message>
    <message>
      <source>Vary the images half as much</source>
      <translation>Die Bilder halb so stark variieren</translation>
    </message>
    <message>
      <source>Vary the images more</source>
      <translation>Die Bilder stärker variieren</translation>
    </message>
    <message>
      <source>While the training loss fell from {train_then:.2f} to {train_loss:.2f}, the validation loss went from {val_then:.2f} to {val_loss:.2f}: what holds for the training images does not hold for the others.</source>
      <translation>Während der Trainingsverlust von {train_then:.2f} auf {train_loss:.2f} sank, ging der Validierungsverlust von {val_then:.2f} auf {val_loss:.2f}: Was für die Trainingsbilder gilt, gilt für die anderen nicht.</translation>
    </message>
    <message>
      <source>{epochs} epochs</source>
      <translation>{epochs} Epochen</translation>
    </message>
    <message>
      <source>{label} is in {images} training images and in no validation image, so that nobody can tell how well it is learned.</source>
      <translation>{label} ist in {images} Trainingsbildern und in keinem Validierungsbild; wie gut es gelernt wird, kann niemand sagen.</translation>
    </message>
    <message>
      <source>{label} is in {images} training images, and its {metric} is {value:.2f}; that of the other labels is {others:.2f}.</source>
      <translation>{label} ist in {images} Trainingsbildern und hat bei {metric} {value:.2f}; die anderen Labels haben {others:.2f}.</translation>
    </message>
    <message>
      <source>{label} is in {train_share:.0%} of the training images, but in {val_share:.0%} of the validation images.</source>
      <translation>{label} ist in {train_share:.0%} der Trainingsbilder, aber in {val_share:.0%} der Validierungsbilder.</translation>
    </message>
    <message>
      <source>{label} is in {val_images} validation images but in no training image, so that it cannot be learned.</source>
      <translation>{label} ist in {val_images} Validierungsbildern, aber in keinem Trainingsbild; so kann es nicht gelernt werden.</translation>
    </message>
  </context>
  <context>
    <name>AdviceCard</name>
    <message>
      <source>Fill in the form of the next run with this run's settings and this change</source>
      <translation>Das Formular des nächsten Laufs mit den Einstellungen dieses Laufs und dieser Änderung ausfüllen</translation>
    </message>
  </context>
  <context>
    <name>AdvicePanel</name>
    <message numerus="yes">
      <source>The curves of %n epoch(s) show nothing that is wrong.</source>
      <translation>
        <numerusform>Die Kurven von %n Epoche zeigen nichts Auffälliges.</numerusform>
        <numerusform>Die Kurven von %n Epochen zeigen nichts Auffälliges.</numerusform>
      </translation>
    </message>
    <message>
      <source>This run failed: what went wrong stands above and in its log, not in its curves.</source>
      <translation>Dieser Lauf ist fehlgeschlagen: Was schiefging, steht oben und in seinem Protokoll, nicht in seinen Kurven.</translation>
    </message>
    <message>
      <source>What the curves of a run say, and what to try next, appears here while it learns.</source>
      <translation>Was die Kurven eines Laufs sagen und was als Nächstes zu versuchen ist, erscheint hier, während er lernt.</translation>
    </message>
  </context>
  <context>
    <name>AnnotatePage</name>
    <message numerus="yes">
      <source>%n picture(s) of a kind that cannot be read left out: {name}</source>
      <translation>
        <numerusform>%n Bild einer nicht lesbaren Art ausgelassen: {name}</numerusform>
        <numerusform>%n Bilder nicht lesbarer Art ausgelassen, etwa {name}</numerusform>
      </translation>
    </message>
    <message>
      <source>Held down, drags the picture with any tool in hand</source>
      <translation>Verschiebt gedrückt gehalten das Bild mit jedem Werkzeug</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Größerer Pinsel</translation>
    </message>
    <message>
      <source>Pan while held</source>
      <translation>Verschieben, solange gedrückt</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>&amp;Check</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <source>&amp;Evaluate</source>
      <translation>Aus&amp;werten</translation>
    </message>
    <message>
      <source>&amp;Images</source>
      <translation>&amp;Bilder</translation>
    </message>
    <message>
      <source>&amp;Models</source>
      <translation>&amp;Modelle</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>&amp;Durchsicht</translation>
    </message>
    <message>
      <source>&amp;Statistics</source>
      <translation>&amp;Statistik</translation>
    </message>
    <message>
      <source>Advice</source>
      <translation>Rat</translation>
    </message>
    <message>
      <source>All images at a glance</source>
      <translation>Alle Bilder auf einen Blick</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Evaluate</source>
      <translation>Auswerten</translation>
    </message>
    <message>
      <source>How good a model is: its mistakes, probable label errors, speed</source>
      <translation>Wie gut ein Modell ist: seine Fehler, wahrscheinliche Annotationsfehler, Tempo</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Label &amp;next</source>
      <translation>Als &amp;Nächstes</translation>
    </message>
    <message>
      <source>Label next</source>
      <translation>Als Nächstes</translation>
    </message>
    <message>
      <source>Many suggestions at once: filter them, accept, reject, tag, set images aside</source>
      <translation>Viele Vorschläge auf einmal: filtern, annehmen, ablehnen, Tags geben, Bilder beiseitelegen</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Not everything is saved</source>
      <translation>Nicht alles ist gespeichert</translation>
    </message>
    <message>
      <source>Re&amp;ports</source>
      <translation>&amp;Berichte</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Berichte</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Durchsicht</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <source>The edits of {names} could not be written. Close and lose them?</source>
      <translation>Die Änderungen an {names} konnten nicht gespeichert werden. Schließen und sie verlieren?</translation>
    </message>
    <message>
      <source>The images that teach most, each with its reasons</source>
      <translation>Die Bilder, die am meisten lehren, jedes mit seinen Gründen</translation>
    </message>
    <message>
      <source>The published versions: read, compare, use, delete them</source>
      <translation>Die veröffentlichten Versionen: lesen, vergleichen, verwenden, löschen</translation>
    </message>
    <message>
      <source>What is labelled, how large and where</source>
      <translation>Was annotiert ist, wie groß und wo</translation>
    </message>
    <message>
      <source>What is wrong with the dataset, with a remedy each</source>
      <translation>Was am Datensatz nicht stimmt, jeweils mit Abhilfe</translation>
    </message>
    <message>
      <source>What models brought, whether the camera has changed, when to train again</source>
      <translation>Was Modelle gebracht haben, ob die Kamera sich geändert hat, wann neu zu trainieren ist</translation>
    </message>
  </context>
  <context>
    <name>AsideDialog</name>
    <message>
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message numerus="yes">
      <source>Bring back %n image(s)</source>
      <translation>
        <numerusform>%n Bild zurückholen</numerusform>
        <numerusform>%n Bilder zurückholen</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird nachgesehen …</translation>
    </message>
    <message>
      <source>Nothing is set aside. On the page Review, images can be moved out of the dataset and back.</source>
      <translation>Nichts ist beiseitegelegt. Auf der Seite Durchsicht lassen sich Bilder aus dem Datensatz nehmen und zurückholen.</translation>
    </message>
    <message>
      <source>They lie in the folder {folder} of the dataset, each time in one of its own that can be opened as a dataset. Nothing of them is deleted.</source>
      <translation>Sie liegen im Ordner {folder} des Datensatzes, jedes Mal in einem eigenen, der sich als Datensatz öffnen lässt. Nichts davon ist gelöscht.</translation>
    </message>
    <message>
      <source>What is set aside</source>
      <translation>Was beiseitegelegt ist</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
  </context>
  <context>
    <name>AsideWork</name>
    <message numerus="yes">
      <source>%n image(s) brought back.</source>
      <translation>
        <numerusform>%n Bild zurückgeholt.</numerusform>
        <numerusform>%n Bilder zurückgeholt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) left alone; the first:</source>
      <translation>
        <numerusform>%n Bild blieb, wo es ist:</numerusform>
        <numerusform>%n Bilder blieben, wo sie sind; das erste:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) set aside; they lie in {folder}.</source>
      <translation>
        <numerusform>%n Bild beiseitegelegt; es liegt in {folder}.</numerusform>
        <numerusform>%n Bilder beiseitegelegt; sie liegen in {folder}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Bringing back…</source>
      <translation>Wird zurückgeholt …</translation>
    </message>
    <message>
      <source>Cancelled: everything is as it was.</source>
      <translation>Abgebrochen: Alles ist, wie es war.</translation>
    </message>
    <message>
      <source>Setting aside…</source>
      <translation>Wird beiseitegelegt …</translation>
    </message>
  </context>
  <context>
    <name>AttributeTable</name>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Remove the attribute {name}</source>
      <translation>Das Attribut {name} entfernen</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
  </context>
  <context>
    <name>AugmentationFields</name>
    <message>
      <source>An object of which less than this remains in the picture is no longer taught</source>
      <translation>Ein Objekt, von dem weniger als das im Bild bleibt, wird nicht mehr gelehrt</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Unschärfe</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Flatter or harder by at most so much</source>
      <translation>Um höchstens so viel flauer oder härter</translation>
    </message>
    <message>
      <source>Flip left and right</source>
      <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
      <source>Flip up and down</source>
      <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
      <source>Grain of at most so much of full white</source>
      <translation>Körnung von höchstens so viel von vollem Weiß</translation>
    </message>
    <message>
      <source>Half of the pictures are mirrored; not where left and right differ, as in writing</source>
      <translation>Die Hälfte der Bilder wird gespiegelt; nicht, wo sich links und rechts unterscheiden wie bei Schrift</translation>
    </message>
    <message>
      <source>Half of the pictures are turned over; not where parts have an upright</source>
      <translation>Die Hälfte der Bilder steht auf dem Kopf; nicht, wo Teile ein Oben haben</translation>
    </message>
    <message>
      <source>Half of the pictures lie on their side; not for long and narrow ones</source>
      <translation>Die Hälfte der Bilder liegt auf der Seite; nicht bei langen und schmalen</translation>
    </message>
    <message>
      <source>Keep from</source>
      <translation>Behalten ab</translation>
    </message>
    <message>
      <source>Largest</source>
      <translation>Größte</translation>
    </message>
    <message>
      <source>Lighter or darker by at most so much of full white</source>
      <translation>Um höchstens so viel von vollem Weiß heller oder dunkler</translation>
    </message>
    <message>
      <source>No variation</source>
      <translation>Keine Abwandlung</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>Out of focus by at most so many pixels</source>
      <translation>Um höchstens so viele Pixel unscharf</translation>
    </message>
    <message>
      <source>Quarter turns</source>
      <translation>Vierteldrehungen</translation>
    </message>
    <message>
      <source>Red, green and blue stronger or weaker by at most so much</source>
      <translation>Rot, Grün und Blau um höchstens so viel stärker oder schwächer</translation>
    </message>
    <message>
      <source>Rotation</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>Scale, crop</source>
      <translation>Größe, Ausschnitt</translation>
    </message>
    <message>
      <source>Show the pictures as they are, each time the same</source>
      <translation>Die Bilder zeigen, wie sie sind, jedes Mal gleich</translation>
    </message>
    <message>
      <source>Smallest</source>
      <translation>Kleinste</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Verzerrung</translation>
    </message>
    <message>
      <source>The pictures appear smaller or larger by chance; beyond × 1 they are cropped</source>
      <translation>Die Bilder erscheinen zufällig kleiner oder größer; über × 1 werden sie beschnitten</translation>
    </message>
    <message>
      <source>Tint</source>
      <translation>Farbstich</translation>
    </message>
    <message>
      <source>Turned by at most so many degrees, either way</source>
      <translation>Um höchstens so viele Grad gedreht, in beide Richtungen</translation>
    </message>
    <message>
      <source>Width and height may differ by so much</source>
      <translation>Breite und Höhe dürfen um so viel abweichen</translation>
    </message>
    <message>
      <source>flips</source>
      <translation>Spiegelung</translation>
    </message>
    <message>
      <source>light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>quarter turns</source>
      <translation>Vierteldrehungen</translation>
    </message>
    <message>
      <source>scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>some</source>
      <translation>etwas</translation>
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Dismiss</source>
      <translation>Schließen</translation>
    </message>
  </context>
  <context>
    <name>BatchDialog</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bildern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <source>No object</source>
      <translation>Kein Objekt</translation>
    </message>
    <message>
      <source>{objects} in {images}</source>
      <translation>{objects} in {images}</translation>
    </message>
  </context>
  <context>
    <name>BatchFitDialog</name>
    <message>
      <source>A batch of {size} fits and is as quick for an image as any.</source>
      <translation>Ein Stapel von {size} passt und ist je Bild so schnell wie jeder andere.</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Stapel</translation>
    </message>
    <message>
      <source>Find a batch size</source>
      <translation>Stapelgröße suchen</translation>
    </message>
    <message>
      <source>Fits</source>
      <translation>Passt</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Not even one image fits: choose a smaller picture size or network.</source>
      <translation>Nicht einmal ein Bild passt: kleinere Bildgröße oder kleineres Netz wählen.</translation>
    </message>
    <message>
      <source>The batch is doubled until it no longer fits the memory or images take longer in it.</source>
      <translation>Der Stapel wird verdoppelt, bis er nicht mehr in den Speicher passt oder Bilder in ihm länger brauchen.</translation>
    </message>
    <message>
      <source>Use {size}</source>
      <translation>{size} verwenden</translation>
    </message>
    <message>
      <source>ms per image</source>
      <translation>ms je Bild</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
  </context>
  <context>
    <name>Batches</name>
    <message numerus="yes">
      <source>%n file(s) left alone; the first:</source>
      <translation>
        <numerusform>%n Datei blieb unberührt:</numerusform>
        <numerusform>%n Dateien blieben unberührt; die erste:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left waiting, as something else is labelled there</source>
      <translation>
        <numerusform>%n wartet weiter, weil dort etwas anderes annotiert ist</numerusform>
        <numerusform>%n warten weiter, weil dort etwas anderes annotiert ist</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more already there</source>
      <translation>
        <numerusform>%n weiterer war schon da</numerusform>
        <numerusform>%n weitere waren schon da</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted as {label} {where}</source>
      <translation>
        <numerusform>%n Vorschlag {where} als {label} angenommen</numerusform>
        <numerusform>%n Vorschläge {where} als {label} angenommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted {where}</source>
      <translation>
        <numerusform>%n Vorschlag {where} angenommen</numerusform>
        <numerusform>%n Vorschläge {where} angenommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) already there, nothing to add</source>
      <translation>
        <numerusform>%n Vorschlag war schon da, nichts kam hinzu</numerusform>
        <numerusform>%n Vorschläge waren schon da, nichts kam hinzu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) left waiting, as something else is labelled there</source>
      <translation>
        <numerusform>%n Vorschlag wartet weiter, weil dort etwas anderes annotiert ist</numerusform>
        <numerusform>%n Vorschläge warten weiter, weil dort etwas anderes annotiert ist</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancelled: everything is as it was.</source>
      <translation>Abgebrochen: Alles ist, wie es war.</translation>
    </message>
    <message>
      <source>Done again: {what}</source>
      <translation>Wiederholt: {what}</translation>
    </message>
    <message>
      <source>Finished: {what}</source>
      <translation>Fertig: {what}</translation>
    </message>
    <message>
      <source>Not everything is saved yet: save or drop the open edits first.</source>
      <translation>Noch ist nicht alles gespeichert: Speichern oder verwerfen Sie zuerst die offenen Änderungen.</translation>
    </message>
    <message>
      <source>Taken back: {what}</source>
      <translation>Zurückgenommen: {what}</translation>
    </message>
    <message>
      <source>Taking back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>There was nothing to change.</source>
      <translation>Es gab nichts zu ändern.</translation>
    </message>
    <message numerus="yes">
      <source>in %n image(s)</source>
      <translation>
        <numerusform>in %n Bild</numerusform>
        <numerusform>in %n Bildern</numerusform>
      </translation>
    </message>
    <message>
      <source>{what}: {images} changed.</source>
      <translation>{what}: {images} geändert.</translation>
    </message>
  </context>
  <context>
    <name>BenchmarkProcess</name>
    <message>
      <source>No process could be started: {reason}</source>
      <translation>Es konnte kein Prozess gestartet werden: {reason}</translation>
    </message>
    <message>
      <source>The process ended without a word.</source>
      <translation>Der Prozess endete ohne ein Wort.</translation>
    </message>
  </context>
  <context>
    <name>BenchmarkTable</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bilder</numerusform>
      </translation>
    </message>
    <message>
      <source>Cannot be measured on these images</source>
      <translation>Auf diesen Bildern nicht messbar</translation>
    </message>
    <message numerus="yes">
      <source>It learned from %n of these images: the figure flatters it.</source>
      <translation>
        <numerusform>Sie hat von %n dieser Bilder gelernt: Der Wert schmeichelt ihr.</numerusform>
        <numerusform>Sie hat von %n dieser Bilder gelernt: Der Wert schmeichelt ihr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Its best epoch was chosen by %n of these images.</source>
      <translation>
        <numerusform>Ihre beste Epoche wurde nach %n dieser Bilder gewählt.</numerusform>
        <numerusform>Ihre beste Epoche wurde nach %n dieser Bilder gewählt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Measured before the set or the network changed</source>
      <translation>Gemessen, bevor Satz oder Netz sich änderten</translation>
    </message>
    <message>
      <source>No longer as it was frozen</source>
      <translation>Nicht mehr, wie er eingefroren wurde</translation>
    </message>
    <message>
      <source>Not measured yet</source>
      <translation>Noch nicht gemessen</translation>
    </message>
    <message>
      <source>The best of all versions on this set</source>
      <translation>Die beste aller Versionen auf diesem Satz</translation>
    </message>
    <message>
      <source>Versions on the benchmark sets</source>
      <translation>Versionen auf den Prüfsätzen</translation>
    </message>
    <message>
      <source>{change} against {before}</source>
      <translation>{change} gegenüber {before}</translation>
    </message>
  </context>
  <context>
    <name>BenchmarkView</name>
    <message>
      <source>Delete set…</source>
      <translation>Satz löschen …</translation>
    </message>
    <message>
      <source>Freeze anew</source>
      <translation>Neu einfrieren</translation>
    </message>
    <message>
      <source>Freeze some labelled images under a name: no model learns from them, and every version is measured on them by itself. So figures of months can be compared.</source>
      <translation>Frieren Sie annotierte Bilder unter einem Namen ein: Kein Modell lernt von ihnen, und jede Version wird von selbst auf ihnen gemessen. So bleiben Werte über Monate vergleichbar.</translation>
    </message>
    <message>
      <source>Getting ready to measure…</source>
      <translation>Das Messen wird vorbereitet …</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <source>Measure what is not measured yet</source>
      <translation>Messen, was noch nicht gemessen ist</translation>
    </message>
    <message>
      <source>New set…</source>
      <translation>Neuer Satz …</translation>
    </message>
    <message>
      <source>No benchmark set yet</source>
      <translation>Noch kein Prüfsatz</translation>
    </message>
    <message>
      <source>No model yet</source>
      <translation>Noch kein Modell</translation>
    </message>
    <message>
      <source>Show images</source>
      <translation>Bilder zeigen</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Take the set as it is now and measure every version anew</source>
      <translation>Den Satz nehmen, wie er jetzt ist, und jede Version neu messen</translation>
    </message>
    <message>
      <source>The first version that a run publishes is measured by itself.</source>
      <translation>Die erste Version, die ein Lauf veröffentlicht, wird von selbst gemessen.</translation>
    </message>
    <message>
      <source>Versions on frozen images</source>
      <translation>Versionen auf eingefrorenen Bildern</translation>
    </message>
    <message>
      <source>{model} on {set}, {number} of {of}</source>
      <translation>{model} auf {set}, {number} von {of}</translation>
    </message>
    <message>
      <source>{version} on {set}</source>
      <translation>{version} auf {set}</translation>
    </message>
  </context>
  <context>
    <name>Benchmarks</name>
    <message numerus="yes">
      <source>%n image(s) of it are gone.</source>
      <translation>
        <numerusform>%n Bild davon fehlt.</numerusform>
        <numerusform>%n Bilder davon fehlen.</numerusform>
      </translation>
    </message>
    <message>
      <source>8-bit numbers</source>
      <translation>8-Bit-Zahlen</translation>
    </message>
    <message>
      <source>Against {version}</source>
      <translation>Gegenüber {version}</translation>
    </message>
    <message>
      <source>As it is used</source>
      <translation>Wie es benutzt wird</translation>
    </message>
    <message>
      <source>As it was trained</source>
      <translation>Wie es trainiert wurde</translation>
    </message>
    <message>
      <source>Delete the benchmark set {name} with its figures? Images and labels stay, and models may learn from them again.</source>
      <translation>Den Prüfsatz {name} mit seinen Werten löschen? Bilder und Labels bleiben, und Modelle dürfen wieder von ihnen lernen.</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>{name} löschen</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Unterschied</translation>
    </message>
    <message>
      <source>Each label</source>
      <translation>Jedes Label</translation>
    </message>
    <message>
      <source>It is not measured yet.</source>
      <translation>Es ist noch nicht gemessen.</translation>
    </message>
    <message numerus="yes">
      <source>It learned from %n of these images: the figure flatters it.</source>
      <translation>
        <numerusform>Sie hat von %n dieser Bilder gelernt: Der Wert schmeichelt ihr.</numerusform>
        <numerusform>Sie hat von %n dieser Bilder gelernt: Der Wert schmeichelt ihr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Its best epoch was chosen by %n of these images.</source>
      <translation>
        <numerusform>Ihre beste Epoche wurde nach %n dieser Bilder gewählt.</numerusform>
        <numerusform>Ihre beste Epoche wurde nach %n dieser Bilder gewählt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Its list in ImageSets/Main names other images now.</source>
      <translation>Seine Liste in ImageSets/Main nennt jetzt andere Bilder.</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Netze</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <source>The benchmark sets could not be measured: {reason}</source>
      <translation>Die Prüfsätze konnten nicht gemessen werden: {reason}</translation>
    </message>
    <message numerus="yes">
      <source>The labels of %n image(s) changed since it was frozen.</source>
      <translation>
        <numerusform>Die Labels von %n Bild haben sich seit dem Einfrieren geändert.</numerusform>
        <numerusform>Die Labels von %n Bildern haben sich seit dem Einfrieren geändert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The pictures of %n image(s) changed since it was frozen.</source>
      <translation>
        <numerusform>%n Bilddatei hat sich seit dem Einfrieren geändert.</numerusform>
        <numerusform>%n Bilddateien haben sich seit dem Einfrieren geändert.</numerusform>
      </translation>
    </message>
    <message>
      <source>objects</source>
      <translation>Objekte</translation>
    </message>
    <message numerus="yes">
      <source>{name} is frozen: %n image(s), from which no model learns.</source>
      <translation>
        <numerusform>{name} ist eingefroren: %n Bild, von dem kein Modell lernt.</numerusform>
        <numerusform>{name} ist eingefroren: %n Bilder, von denen kein Modell lernt.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BoxTool</name>
    <message>
      <source>Drag a box, or click two opposite corners.</source>
      <translation>Eine Box ziehen oder zwei gegenüberliegende Ecken klicken.</translation>
    </message>
    <message>
      <source>Draw box</source>
      <translation>Box zeichnen</translation>
    </message>
    <message>
      <source>{width} × {height} pixels. Release or click to finish, Esc cancels.</source>
      <translation>{width} × {height} Pixel. Loslassen oder Klick beendet, Esc bricht ab.</translation>
    </message>
  </context>
  <context>
    <name>BrokenView</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <source>Its pictures in {folder} are gone.</source>
      <translation>Seine Bilder in {folder} sind nicht mehr da.</translation>
    </message>
    <message>
      <source>The gradient is {loss} at step {step}. These are the pictures of that step, as the network saw them: look whether they and their boxes are sound. If they are, start again with a lower learning rate.</source>
      <translation>Der Gradient ist {loss} bei Schritt {step}. Das sind die Bilder dieses Schritts, wie das Netz sie sah: Prüfen Sie, ob sie und ihre Rahmen in Ordnung sind. Sind sie es, beginnen Sie neu mit einer kleineren Lernrate.</translation>
    </message>
    <message>
      <source>The loss is {loss} at step {step}. These are the pictures of that step, as the network saw them: look whether they and their boxes are sound. If they are, start again with a lower learning rate.</source>
      <translation>Der Verlust ist {loss} bei Schritt {step}. Das sind die Bilder dieses Schritts, wie das Netz sie sah: Prüfen Sie, ob sie und ihre Rahmen in Ordnung sind. Wenn ja, beginnen Sie neu mit kleinerer Lernrate.</translation>
    </message>
  </context>
  <context>
    <name>Browse</name>
    <message numerus="yes">
      <source>Set the state of %n image(s)</source>
      <translation>
        <numerusform>Den Zustand von %n Bild setzen</numerusform>
        <numerusform>Den Zustand von %n Bildern setzen</numerusform>
      </translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Tag</translation>
    </message>
    <message numerus="yes">
      <source>Tag %n image(s) with {tag}</source>
      <translation>
        <numerusform>%n Bild mit {tag} markieren</numerusform>
        <numerusform>%n Bilder mit {tag} markieren</numerusform>
      </translation>
    </message>
    <message>
      <source>Tag for the selected images:</source>
      <translation>Tag für die gewählten Bilder:</translation>
    </message>
    <message numerus="yes">
      <source>Take the tag {tag} from %n image(s)</source>
      <translation>
        <numerusform>Das Tag {tag} von %n Bild nehmen</numerusform>
        <numerusform>Das Tag {tag} von %n Bildern nehmen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BrushTool</name>
    <message>
      <source>Change mask</source>
      <translation>Maske ändern</translation>
    </message>
    <message>
      <source>Drag over a mask to erase. {keys}</source>
      <translation>Über eine Maske ziehen, um zu radieren. {keys}</translation>
    </message>
    <message>
      <source>Drag to add to the selected mask, Esc begins a new one. {keys}</source>
      <translation>Ziehen ergänzt die gewählte Maske, Esc beginnt eine neue. {keys}</translation>
    </message>
    <message>
      <source>Drag to paint a new mask. {keys}</source>
      <translation>Ziehen, um eine neue Maske zu malen. {keys}</translation>
    </message>
    <message>
      <source>Erase mask</source>
      <translation>Maske radieren</translation>
    </message>
    <message>
      <source>Paint mask</source>
      <translation>Maske malen</translation>
    </message>
    <message>
      <source>There is no mask to erase from here. Polygons become masks by {keys}.</source>
      <translation>Hier ist keine Maske zum Radieren. Polygone werden Masken mit {keys}.</translation>
    </message>
    <message>
      <source>{smaller} and {larger} or Ctrl+wheel change the size, now {size} pixels.</source>
      <translation>{smaller} und {larger} oder Strg+Mausrad ändern die Größe, jetzt {size} Pixel.</translation>
    </message>
  </context>
  <context>
    <name>BulkActions</name>
    <message>
      <source>Accept in the review</source>
      <translation>In der Durchsicht annehmen</translation>
    </message>
    <message>
      <source>Give their images a tag</source>
      <translation>Gibt ihren Bildern einen Tag</translation>
    </message>
    <message>
      <source>Look at the images that were set aside, and bring them back</source>
      <translation>Die beiseitegelegten Bilder ansehen und zurückholen</translation>
    </message>
    <message>
      <source>Make objects of the suggestions selected here, or of all that are shown</source>
      <translation>Macht Objekte aus den hier ausgewählten Vorschlägen, oder aus allen gezeigten</translation>
    </message>
    <message>
      <source>Make objects of them under another label</source>
      <translation>Macht unter einem anderen Label Objekte aus ihnen</translation>
    </message>
    <message>
      <source>Move their images, with all that is said of them, to a folder of their own; nothing is deleted</source>
      <translation>Legt ihre Bilder mit allem, was von ihnen gesagt ist, in einen eigenen Ordner; nichts wird gelöscht</translation>
    </message>
    <message>
      <source>Reject in the review</source>
      <translation>In der Durchsicht ablehnen</translation>
    </message>
    <message>
      <source>Relabel in the review…</source>
      <translation>In der Durchsicht umbenennen …</translation>
    </message>
    <message>
      <source>Say that they are wrong</source>
      <translation>Sagt, dass sie falsch sind</translation>
    </message>
    <message>
      <source>Set aside in the review</source>
      <translation>In der Durchsicht beiseitelegen</translation>
    </message>
    <message>
      <source>Tag in the review…</source>
      <translation>In der Durchsicht Tag geben …</translation>
    </message>
    <message>
      <source>What is set &amp;aside…</source>
      <translation>Was &amp;beiseitegelegt ist …</translation>
    </message>
  </context>
  <context>
    <name>BulkGallery</name>
    <message>
      <source>Suggestions as pictures</source>
      <translation>Vorschläge als Bilder</translation>
    </message>
    <message>
      <source>Tags: {tags}</source>
      <translation>Tags: {tags}</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>nichts gefunden</translation>
    </message>
  </context>
  <context>
    <name>BulkModel</name>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Label's images</source>
      <translation>Bilder des Labels</translation>
    </message>
    <message>
      <source>On how many images the label is drawn</source>
      <translation>Auf wie vielen Bildern das Label gezeichnet ist</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Urteil</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>nichts gefunden</translation>
    </message>
  </context>
  <context>
    <name>BulkPage</name>
    <message>
      <source>Nothing fits: move the thresholds, or clear the filters.</source>
      <translation>Nichts passt: Verschieben Sie die Schwellen, oder leeren Sie die Filter.</translation>
    </message>
    <message>
      <source>Open a folder to review what models suggest.</source>
      <translation>Öffnen Sie einen Ordner, um durchzusehen, was Modelle vorschlagen.</translation>
    </message>
    <message>
      <source>Show them as pictures, or as a table</source>
      <translation>Als Bilder zeigen, oder als Tabelle</translation>
    </message>
    <message>
      <source>The size of the pictures</source>
      <translation>Die Größe der Bilder</translation>
    </message>
    <message>
      <source>The size of the pictures (Ctrl and the wheel)</source>
      <translation>Die Größe der Bilder (Strg und das Rad)</translation>
    </message>
    <message>
      <source>{all}</source>
      <translation>{all}</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} von {all}</translation>
    </message>
  </context>
  <context>
    <name>BulkReview</name>
    <message>
      <source>Every suggestion whose score lies between the thresholds</source>
      <translation>Jeder Vorschlag, dessen Wert zwischen den Schwellen liegt</translation>
    </message>
    <message>
      <source>Images on which nothing reaches the upper threshold, each with the label that comes nearest</source>
      <translation>Bilder, auf denen nichts die obere Schwelle erreicht, jedes mit dem Label, das am nächsten kommt</translation>
    </message>
    <message>
      <source>Labels on such images alone</source>
      <translation>Labels nur auf solchen Bildern</translation>
    </message>
    <message>
      <source>Look-alikes</source>
      <translation>Ähnliche</translation>
    </message>
    <message>
      <source>Lowest-scoring images</source>
      <translation>Bilder mit den kleinsten Werten</translation>
    </message>
    <message>
      <source>Staged or not</source>
      <translation>Gestellt oder nicht</translation>
    </message>
    <message>
      <source>Staged or synthetic images</source>
      <translation>Gestellte oder künstliche Bilder</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>The images whose best suggestion scores least</source>
      <translation>Die Bilder, deren bester Vorschlag den kleinsten Wert hat</translation>
    </message>
    <message>
      <source>Unknown images</source>
      <translation>Unbekannte Bilder</translation>
    </message>
    <message>
      <source>Weaker suggestions of a label, on images where none of that label reaches the upper threshold</source>
      <translation>Schwächere Vorschläge eines Labels, auf Bildern, auf denen keiner dieses Labels die obere Schwelle erreicht</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>berichtigt</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
  </context>
  <context>
    <name>BulkSettingsDialog</name>
    <message>
      <source>A label is rare on fewer images than</source>
      <translation>Ein Label ist selten auf weniger Bildern als</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Kept with the dataset. Give images such a tag to mark them as staged or synthetic.</source>
      <translation>Wird mit dem Datensatz behalten. Geben Sie Bildern einen solchen Tag, um sie als gestellt oder künstlich zu kennzeichnen.</translation>
    </message>
    <message>
      <source>Settings of the review</source>
      <translation>Einstellungen der Durchsicht</translation>
    </message>
    <message>
      <source>Tags of staged and synthetic images</source>
      <translation>Tags gestellter und künstlicher Bilder</translation>
    </message>
  </context>
  <context>
    <name>BulkTable</name>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
  </context>
  <context>
    <name>BulkWork</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bildern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) cannot be read; the first: {reason}</source>
      <translation>
        <numerusform>%n Bild ist nicht lesbar: {reason}</numerusform>
        <numerusform>%n Bilder sind nicht lesbar; das erste: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n Vorschlag</numerusform>
        <numerusform>%n Vorschläge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) below {percent} %: lower the threshold, or hold {keys} over the picture.</source>
      <translation>
        <numerusform>%n Vorschlag unter {percent} %: Schwelle senken, oder {keys} über dem Bild halten.</numerusform>
        <numerusform>%n Vorschläge unter {percent} %: Schwelle senken, oder {keys} über dem Bild halten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s) in all images</source>
      <translation>
        <numerusform>%n Vorschlag in allen Bildern annehmen</numerusform>
        <numerusform>%n Vorschläge in allen Bildern annehmen</numerusform>
      </translation>
    </message>
    <message>
      <source>All score below {percent} %: lower the threshold, or hold {keys} over the picture to see them.</source>
      <translation>Alle liegen unter {percent} %: Schwelle senken, oder {keys} über dem Bild halten, um sie zu sehen.</translation>
    </message>
    <message>
      <source>Cancelled: {suggestions} on {images}.</source>
      <translation>Abgebrochen: {suggestions} auf {images}.</translation>
    </message>
    <message>
      <source>Pre-labelled: {suggestions} on {images}.</source>
      <translation>Vorannotiert: {suggestions} auf {images}.</translation>
    </message>
    <message>
      <source>Reading {model}…</source>
      <translation>{model} wird gelesen …</translation>
    </message>
    <message>
      <source>There are none of the images chosen ({scope}): choose others beside Pre-label.</source>
      <translation>Von den gewählten Bildern ({scope}) gibt es keine: Wählen Sie neben „Vorannotieren“ andere.</translation>
    </message>
  </context>
  <context>
    <name>CalibrationView</name>
    <message>
      <source>Each bar is a step of the score; its height is the share that was right. The bars of a model that can be taken at its word end on the dashed line: of what scores 0.8, 8 in 10 are right.</source>
      <translation>Jeder Balken ist eine Stufe der Punktzahl, seine Höhe der Anteil, der richtig war. Bei einem Modell, das man beim Wort nehmen kann, enden die Balken an der gestrichelten Linie: Von dem, was 0,8 hat, sind 8 von 10 richtig.</translation>
    </message>
    <message>
      <source>Expected calibration error {error}, largest {worst}.</source>
      <translation>Erwarteter Kalibrierungsfehler {error}, größter {worst}.</translation>
    </message>
    <message>
      <source>Over score, place and size of the boxes (D-ECE): {error}.</source>
      <translation>Über Punktzahl, Ort und Größe der Boxen (D-ECE): {error}.</translation>
    </message>
    <message>
      <source>The model is less often right than its scores say.</source>
      <translation>Das Modell hat seltener recht, als seine Punktzahlen sagen.</translation>
    </message>
    <message>
      <source>The model is more often right than its scores say.</source>
      <translation>Das Modell hat öfter recht, als seine Punktzahlen sagen.</translation>
    </message>
    <message>
      <source>The scores are roughly right.</source>
      <translation>Die Punktzahlen stimmen ungefähr.</translation>
    </message>
    <message>
      <source>The scores can be taken at their word.</source>
      <translation>Die Punktzahlen kann man beim Wort nehmen.</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Arrow keys move by 1 pixel, Shift 10, Ctrl 100. Enter clicks, twice ends a polygon, Esc leaves.</source>
      <translation>Pfeiltasten bewegen um 1 Pixel, Umschalt 10, Strg 100. Enter klickt, zweimal beendet ein Polygon, Esc verlässt.</translation>
    </message>
  </context>
  <context>
    <name>Check</name>
    <message>
      <source>A {shape} of {label} has fewer than {least} points.</source>
      <translation>Ein {shape} von {label} hat weniger als {least} Punkte.</translation>
    </message>
    <message>
      <source>Annotations made on an image of another size</source>
      <translation>Annotationen zu einem Bild anderer Größe</translation>
    </message>
    <message>
      <source>Annotations that cannot be read</source>
      <translation>Nicht lesbare Annotationen</translation>
    </message>
    <message>
      <source>Annotations that name another image</source>
      <translation>Annotationen, die ein anderes Bild nennen</translation>
    </message>
    <message>
      <source>Annotations without an image</source>
      <translation>Annotationen ohne Bild</translation>
    </message>
    <message>
      <source>Another image has the name {stem}, so its annotation is {annotation}.</source>
      <translation>Ein anderes Bild heißt auch {stem}; die Annotation ist darum {annotation}.</translation>
    </message>
    <message>
      <source>Another image's name differs from {image} in capitals alone.</source>
      <translation>Der Name eines anderen Bildes unterscheidet sich von {image} nur in der Großschreibung.</translation>
    </message>
    <message>
      <source>Boxes counted from 0</source>
      <translation>Von 0 an gezählte Boxen</translation>
    </message>
    <message>
      <source>Boxes of no area</source>
      <translation>Boxen ohne Fläche</translation>
    </message>
    <message>
      <source>Boxes with swapped corners</source>
      <translation>Boxen mit vertauschten Ecken</translation>
    </message>
    <message>
      <source>Choose labelImg's unshifted numbers in the dataset's settings: as they are read now, boxes lie a pixel off.</source>
      <translation>Wählen Sie in den Einstellungen des Datensatzes die Zählung von labelImg: so, wie jetzt gelesen wird, liegen die Boxen um ein Pixel daneben.</translation>
    </message>
    <message>
      <source>Correct &lt;filename&gt;, or see whether the file was mixed up.</source>
      <translation>&lt;filename&gt; berichtigen oder nachsehen, ob die Datei verwechselt wurde.</translation>
    </message>
    <message>
      <source>Cut off what lies outside</source>
      <translation>Abschneiden, was außerhalb liegt</translation>
    </message>
    <message>
      <source>Draw it anew or remove it.</source>
      <translation>Neu zeichnen oder entfernen.</translation>
    </message>
    <message>
      <source>Exchange the corners</source>
      <translation>Ecken tauschen</translation>
    </message>
    <message>
      <source>Exchange xmin and xmax, or ymin and ymax.</source>
      <translation>xmin und xmax oder ymin und ymax tauschen.</translation>
    </message>
    <message>
      <source>For your notice</source>
      <translation>Zur Kenntnis</translation>
    </message>
    <message>
      <source>Images in train and val</source>
      <translation>Bilder in train und val</translation>
    </message>
    <message>
      <source>Images listed for training without a label file</source>
      <translation>Zum Training gelistete Bilder ohne Annotation</translation>
    </message>
    <message>
      <source>Images that cannot be read</source>
      <translation>Nicht lesbare Bilder</translation>
    </message>
    <message>
      <source>Images that share a name</source>
      <translation>Bilder gleichen Namens</translation>
    </message>
    <message>
      <source>Keep one of them, unless both are needed: labelling the same picture twice teaches nothing new.</source>
      <translation>Behalten Sie eines, wenn nicht beide nötig sind: dasselbe Bild zweimal lehrt nichts Neues.</translation>
    </message>
    <message>
      <source>Label it or remove the line; training leaves it out.</source>
      <translation>Das Bild annotieren oder die Zeile entfernen; das Training lässt es aus.</translation>
    </message>
    <message>
      <source>Label more images of it, or merge it into another label.</source>
      <translation>Mehr Bilder damit annotieren oder es mit einem anderen Label vereinen.</translation>
    </message>
    <message>
      <source>Labels in few images</source>
      <translation>Labels in wenigen Bildern</translation>
    </message>
    <message>
      <source>Labels spelled in two ways</source>
      <translation>Verschieden geschriebene Labels</translation>
    </message>
    <message>
      <source>Lists that cannot be read</source>
      <translation>Nicht lesbare Listen</translation>
    </message>
    <message>
      <source>Lists that name missing images</source>
      <translation>Listen mit fehlenden Bildern</translation>
    </message>
    <message>
      <source>Masks without an image</source>
      <translation>Masken ohne Bild</translation>
    </message>
    <message>
      <source>Move its edge into the image.</source>
      <translation>Die Kante ins Bild schieben.</translation>
    </message>
    <message>
      <source>Names that differ in capitals alone</source>
      <translation>Namen, die sich nur in der Großschreibung unterscheiden</translation>
    </message>
    <message>
      <source>Near-duplicate images</source>
      <translation>Fast gleiche Bilder</translation>
    </message>
    <message>
      <source>Near-duplicates across train, val and test</source>
      <translation>Fast gleiche Bilder in train, val und test</translation>
    </message>
    <message>
      <source>Objects that reach out of the image</source>
      <translation>Objekte, die aus dem Bild ragen</translation>
    </message>
    <message>
      <source>Objects too small to learn</source>
      <translation>Zum Lernen zu kleine Objekte</translation>
    </message>
    <message>
      <source>Outlines of too few points</source>
      <translation>Umrisse mit zu wenigen Punkten</translation>
    </message>
    <message>
      <source>Put both into the same list, or keep only one: val measures what was learned by heart.</source>
      <translation>Beide in dieselbe Liste setzen oder nur eines behalten: val misst sonst auswendig Gelerntes.</translation>
    </message>
    <message>
      <source>Put the image back or remove the file.</source>
      <translation>Das Bild zurücklegen oder die Datei entfernen.</translation>
    </message>
    <message>
      <source>Put the image back or remove the line.</source>
      <translation>Das Bild zurücklegen oder die Zeile entfernen.</translation>
    </message>
    <message>
      <source>Remove it from one of the two lists.</source>
      <translation>Aus einer der beiden Listen entfernen.</translation>
    </message>
    <message>
      <source>Remove one of them: a model that finds the thing once is told that it missed one.</source>
      <translation>Eines entfernen: ein Modell, das die Sache einmal findet, gilt sonst als unvollständig.</translation>
    </message>
    <message>
      <source>Remove the box</source>
      <translation>Box entfernen</translation>
    </message>
    <message>
      <source>Remove the line</source>
      <translation>Zeile entfernen</translation>
    </message>
    <message>
      <source>Remove the line from train.txt</source>
      <translation>Zeile aus train.txt entfernen</translation>
    </message>
    <message>
      <source>Remove the one that is wrong; leave both if the thing is both.</source>
      <translation>Das falsche entfernen; beide lassen, wenn beides stimmt.</translation>
    </message>
    <message>
      <source>Remove the outline</source>
      <translation>Umriss entfernen</translation>
    </message>
    <message>
      <source>Remove the second one</source>
      <translation>Das zweite entfernen</translation>
    </message>
    <message>
      <source>Rename one of them.</source>
      <translation>Eines umbenennen.</translation>
    </message>
    <message>
      <source>Rename one of them: on Windows and macOS they would share one annotation.</source>
      <translation>Eines umbenennen: unter Windows und macOS hätten sie dieselbe Annotation.</translation>
    </message>
    <message>
      <source>Rename to the commoner spelling</source>
      <translation>In die häufigere Schreibweise umbenennen</translation>
    </message>
    <message>
      <source>Repair the file or restore a copy.</source>
      <translation>Die Datei reparieren oder eine Kopie zurückholen.</translation>
    </message>
    <message>
      <source>Replace or remove the image.</source>
      <translation>Das Bild ersetzen oder entfernen.</translation>
    </message>
    <message>
      <source>Save it as UTF-8 with a name in each line.</source>
      <translation>Als UTF-8 mit einem Namen je Zeile speichern.</translation>
    </message>
    <message>
      <source>See whether the boxes fit the image; correct &lt;size&gt; or put back the image they were drawn on.</source>
      <translation>Nachsehen, ob die Boxen zum Bild passen; &lt;size&gt; berichtigen oder das Bild zurücklegen, auf dem sie gezeichnet wurden.</translation>
    </message>
    <message>
      <source>Serious</source>
      <translation>Schwerwiegend</translation>
    </message>
    <message>
      <source>The box of {label} has its corners swapped.</source>
      <translation>Die Box von {label} hat vertauschte Ecken.</translation>
    </message>
    <message>
      <source>The box of {label} is {size} pixels: a slip of the hand, as it seems.</source>
      <translation>Die Box von {label} hat {size} Pixel: wohl ein Versehen.</translation>
    </message>
    <message>
      <source>The file says {written} pixels, the image as shown has {shown}.</source>
      <translation>Die Datei sagt {written} Pixel, das gezeigte Bild hat {shown}.</translation>
    </message>
    <message>
      <source>The file says {written}, but belongs to {image}.</source>
      <translation>Die Datei nennt {written}, gehört aber zu {image}.</translation>
    </message>
    <message>
      <source>The image {image} is in train.txt as well, so that val measures what was learned by heart.</source>
      <translation>Das Bild {image} steht auch in train.txt; val misst damit auswendig Gelerntes.</translation>
    </message>
    <message>
      <source>The images {image} and {other} look alike, but one is in {list}.txt and the other in {other_list}.txt.</source>
      <translation>Die Bilder {image} und {other} sehen gleich aus, aber das eine steht in {list}.txt und das andere in {other_list}.txt.</translation>
    </message>
    <message>
      <source>The images {image} and {other} look alike.</source>
      <translation>Die Bilder {image} und {other} sind fast gleich.</translation>
    </message>
    <message>
      <source>The label {label} is in {count} images; below {least} it is learned poorly.</source>
      <translation>Das Label {label} steht in {count} Bildern; unter {least} wird es schlecht gelernt.</translation>
    </message>
    <message>
      <source>The labels {label} ({count}) and {other} ({other_count}) differ in {difference} alone.</source>
      <translation>Die Labels {label} ({count}) und {other} ({other_count}) unterscheiden sich nur durch {difference}.</translation>
    </message>
    <message>
      <source>The list cannot be read as text.</source>
      <translation>Die Liste ist kein lesbarer Text.</translation>
    </message>
    <message>
      <source>The list names {image}, but there is no such image.</source>
      <translation>Die Liste nennt {image}, aber dieses Bild gibt es nicht.</translation>
    </message>
    <message>
      <source>The list names {image}, which has no annotation.</source>
      <translation>Die Liste nennt {image}, das keine Annotation hat.</translation>
    </message>
    <message>
      <source>The object {label} is {size} pixels, {trained} at the training size: less than a model can see.</source>
      <translation>Das Objekt {label} hat {size} Pixel, beim Training {trained}: weniger, als ein Modell sehen kann.</translation>
    </message>
    <message>
      <source>The object {label} reaches {by} pixels out of the image.</source>
      <translation>Das Objekt {label} ragt {by} Pixel aus dem Bild.</translation>
    </message>
    <message>
      <source>There is no image for the mask {file}.</source>
      <translation>Zur Maske {file} gibt es kein Bild.</translation>
    </message>
    <message>
      <source>There is no image for {file}.</source>
      <translation>Zu {file} gibt es kein Bild.</translation>
    </message>
    <message>
      <source>Things annotated twice</source>
      <translation>Doppelt annotierte Dinge</translation>
    </message>
    <message>
      <source>Things with two labels</source>
      <translation>Dinge mit zwei Labels</translation>
    </message>
    <message>
      <source>Train on larger input, cut the images into tiles, or delete objects of this size.</source>
      <translation>Mit größerer Eingabe trainieren, die Bilder kacheln oder Objekte dieser Größe löschen.</translation>
    </message>
    <message>
      <source>Two objects {label} lie on the same thing: they share {percent} % of their area.</source>
      <translation>Zwei Objekte {label} liegen auf derselben Sache: sie teilen {percent} % ihrer Fläche.</translation>
    </message>
    <message>
      <source>Worth mending</source>
      <translation>Sollte behoben werden</translation>
    </message>
    <message>
      <source>Write both alike: they are learned apart.</source>
      <translation>Beide gleich schreiben: sie werden sonst getrennt gelernt.</translation>
    </message>
    <message>
      <source>Write the image's own name</source>
      <translation>Den Namen des Bildes eintragen</translation>
    </message>
    <message>
      <source>accents</source>
      <translation>Akzente</translation>
    </message>
    <message>
      <source>capitals</source>
      <translation>Großschreibung</translation>
    </message>
    <message>
      <source>capitals, spaces or accents</source>
      <translation>Großschreibung, Leerzeichen oder Akzente</translation>
    </message>
    <message>
      <source>path</source>
      <translation>Pfad</translation>
    </message>
    <message>
      <source>polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>spaces or dashes</source>
      <translation>Leerzeichen oder Striche</translation>
    </message>
    <message>
      <source>{count} boxes in {images} images begin at 0, but Pascal VOC counts pixels from 1.</source>
      <translation>{count} Boxen in {images} Bildern beginnen bei 0, aber Pascal VOC zählt Pixel von 1 an.</translation>
    </message>
    <message>
      <source>{label} and {other} lie on the same thing: they share {percent} % of their area.</source>
      <translation>{label} und {other} liegen auf derselben Sache: sie teilen {percent} % ihrer Fläche.</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
  </context>
  <context>
    <name>CheckFive</name>
    <message>
      <source>All is well: after {steps} steps {share} of {objects} objects are found, each at its place with its label.</source>
      <translation>Alles in Ordnung: Nach {steps} Schritten sind {share} von {objects} Objekten gefunden, jedes an seinem Platz mit seinem Label.</translation>
    </message>
    <message>
      <source>Labels shifted: what is found lies {x} pixels to the right of the objects and {y} below them ({share} found). Were boxes moved by another program? Look at the project's pixel convention.</source>
      <translation>Labels verschoben: Das Gefundene liegt {x} Pixel rechts von den Objekten und {y} darunter ({share} gefunden). Hat ein anderes Programm Rahmen verschoben? Die Pixelzählung des Projekts prüfen.</translation>
    </message>
    <message>
      <source>Labels swapped: {swaps} ({share} found with their label). Look at the order of the labels where they were imported.</source>
      <translation>Labels vertauscht: {swaps} ({share} mit ihrem Label gefunden). Die Reihenfolge der Labels beim Import prüfen.</translation>
    </message>
    <message>
      <source>Learning rate too high at {rate}: the loss went from {first} to {last}.</source>
      <translation>Lernrate mit {rate} zu hoch: Der Verlust ging von {first} auf {last}.</translation>
    </message>
    <message>
      <source>Learning rate too low at {rate}: in {steps} steps the loss went from {first} to {last} only.</source>
      <translation>Lernrate mit {rate} zu niedrig: In {steps} Schritten ging der Verlust nur von {first} auf {last}.</translation>
    </message>
    <message>
      <source>Resize mismatch: what is found is {x} times as wide and {y} times as high as the objects ({share} found). Were the images resized after they had been labelled?</source>
      <translation>Größen passen nicht zusammen: Das Gefundene ist {x}-mal so breit und {y}-mal so hoch wie die Objekte ({share} gefunden). Wurden die Bilder nach dem Labeln verkleinert oder vergrößert?</translation>
    </message>
    <message>
      <source>Something is wrong, and what it is cannot be told: after {steps} steps {share} of {objects} objects are found, the loss went from {first} to {last}. Look at the images and their labels.</source>
      <translation>Etwas stimmt nicht, und was, lässt sich nicht sagen: Nach {steps} Schritten sind {share} von {objects} Objekten gefunden, der Verlust ging von {first} auf {last}. Die Bilder und ihre Labels ansehen.</translation>
    </message>
  </context>
  <context>
    <name>CheckFiveDialog</name>
    <message>
      <source>Check on 5 images</source>
      <translation>Prüfung an 5 Bildern</translation>
    </message>
    <message>
      <source>Five of your images are learned by heart, without variation. If that fails, a long run would fail as well, and what is found on the five tells why.</source>
      <translation>Fünf Ihrer Bilder werden auswendig gelernt, ohne Abwandlung. Misslingt das, misslänge auch ein langer Lauf; woran es liegt, zeigt, was auf den fünf gefunden wird.</translation>
    </message>
    <message>
      <source>Reading the images…</source>
      <translation>Die Bilder werden gelesen …</translation>
    </message>
    <message>
      <source>Solid: what you drew. Dashed: what is found after learning these five by heart.</source>
      <translation>Durchgezogen: was Sie gezeichnet haben. Gestrichelt: was nach dem Auswendiglernen dieser fünf gefunden wird.</translation>
    </message>
    <message>
      <source>Use a rate of {rate}</source>
      <translation>Rate {rate} verwenden</translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bildern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) looked at: files, boxes, labels, lists and look-alikes.</source>
      <translation>
        <numerusform>%n Bild geprüft: Dateien, Boxen, Labels, Listen und fast gleiche Bilder.</numerusform>
        <numerusform>%n Bilder geprüft: Dateien, Boxen, Labels, Listen und fast gleiche Bilder.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n Problem</numerusform>
        <numerusform>%n Probleme</numerusform>
      </translation>
    </message>
    <message>
      <source>A label in fewer images is listed</source>
      <translation>Ein Label in weniger Bildern wird aufgeführt</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Neu prüfen</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Wird geprüft …</translation>
    </message>
    <message>
      <source>Filter by image, label or words</source>
      <translation>Nach Bild, Label oder Worten filtern</translation>
    </message>
    <message numerus="yes">
      <source>Ignored (%n)</source>
      <translation>
        <numerusform>Ignoriert (%n)</numerusform>
        <numerusform>Ignoriert (%n)</numerusform>
      </translation>
    </message>
    <message>
      <source>No problem was found</source>
      <translation>Kein Problem gefunden</translation>
    </message>
    <message>
      <source>Nothing is known yet</source>
      <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
      <source>Objects of smaller sides at the training size are listed</source>
      <translation>Objekte mit kleineren Seiten in der Trainingsgröße werden aufgeführt</translation>
    </message>
    <message>
      <source>Rare below</source>
      <translation>Selten unter</translation>
    </message>
    <message>
      <source>Show ignored</source>
      <translation>Ignorierte zeigen</translation>
    </message>
    <message>
      <source>Show ignored problems</source>
      <translation>Ignorierte Probleme zeigen</translation>
    </message>
    <message>
      <source>The check begins when this page is opened.</source>
      <translation>Die Prüfung beginnt, wenn diese Seite geöffnet wird.</translation>
    </message>
    <message>
      <source>The check was cancelled</source>
      <translation>Die Prüfung wurde abgebrochen</translation>
    </message>
    <message>
      <source>Tiny below</source>
      <translation>Winzig unter</translation>
    </message>
    <message>
      <source>What was read is remembered: the next check goes on from here.</source>
      <translation>Was gelesen wurde, bleibt bekannt: die nächste Prüfung setzt hier fort.</translation>
    </message>
    <message>
      <source>{done} of {total} images looked at</source>
      <translation>{done} von {total} Bildern geprüft</translation>
    </message>
    <message>
      <source>{problems} in {images}</source>
      <translation>{problems} in {images}</translation>
    </message>
  </context>
  <context>
    <name>Checking</name>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n Problem</numerusform>
        <numerusform>%n Probleme</numerusform>
      </translation>
    </message>
    <message>
      <source>Fix all</source>
      <translation>Alle beheben</translation>
    </message>
    <message>
      <source>It can be undone.</source>
      <translation>Das kann rückgängig gemacht werden.</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>No command is called so. Try another word.</source>
      <translation>Kein Befehl heißt so. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Was möchten Sie tun?</translation>
    </message>
  </context>
  <context>
    <name>ComparePanel</name>
    <message>
      <source>Best by</source>
      <translation>Bester nach</translation>
    </message>
    <message>
      <source>Only settings that differ</source>
      <translation>Nur was verschieden ist</translation>
    </message>
    <message>
      <source>Select two or more runs in the table above (Ctrl+click) to lay their curves over each other.</source>
      <translation>Wählen Sie oben in der Tabelle zwei oder mehr Läufe (Strg+Klick), um ihre Kurven übereinanderzulegen.</translation>
    </message>
    <message>
      <source>The figure that sorts the runs, the best on the left</source>
      <translation>Die Kennzahl, nach der die Läufe geordnet sind, der beste links</translation>
    </message>
  </context>
  <context>
    <name>ComparePlots</name>
    <message>
      <source>Loss: validation solid, training dashed</source>
      <translation>Verlust: Validierung durchgezogen, Training gestrichelt</translation>
    </message>
    <message>
      <source>Quality on the validation images</source>
      <translation>Güte auf den Validierungsbildern</translation>
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message numerus="yes">
      <source>%n seen by one alone</source>
      <translation>
        <numerusform>%n sieht nur eine</numerusform>
        <numerusform>%n sieht nur eine</numerusform>
      </translation>
    </message>
    <message>
      <source>All images</source>
      <translation>Alle Bilder</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back to the list of versions (Esc)</source>
      <translation>Zurück zur Liste der Versionen (Esc)</translation>
    </message>
    <message>
      <source>Both see {both}; the left one alone {left}, the right one alone {right}. What they see alike is drawn thin, what differs bold.</source>
      <translation>Beide sehen {both}; nur die linke {left}, nur die rechte {right}. Was beide gleich sehen, ist dünn gezeichnet, was verschieden ist, dick.</translation>
    </message>
    <message>
      <source>Both versions look at the images…</source>
      <translation>Beide Versionen sehen die Bilder an …</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Images, those with the greatest difference first</source>
      <translation>Bilder, die mit dem größten Unterschied zuerst</translation>
    </message>
    <message>
      <source>On which images the two versions are compared</source>
      <translation>Auf welchen Bildern die beiden Versionen verglichen werden</translation>
    </message>
    <message>
      <source>They differ on {some} of {all} images.</source>
      <translation>Sie unterscheiden sich auf {some} von {all} Bildern.</translation>
    </message>
    <message>
      <source>alike</source>
      <translation>gleich</translation>
    </message>
    <message>
      <source>seen by both, otherwise</source>
      <translation>von beiden gesehen, anders</translation>
    </message>
    <message>
      <source>{left} beside {right}</source>
      <translation>{left} neben {right}</translation>
    </message>
  </context>
  <context>
    <name>ConfirmRow</name>
    <message>
      <source>Accept all</source>
      <translation>Alle annehmen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Change nothing</source>
      <translation>Ändert nichts</translation>
    </message>
    <message>
      <source>Undo is offered after</source>
      <translation>Rückgängig wird danach angeboten</translation>
    </message>
  </context>
  <context>
    <name>ConfusionView</name>
    <message>
      <source>Click a cell to see what is behind it.</source>
      <translation>Klicken Sie ein Feld an, um zu sehen, was dahinter steht.</translation>
    </message>
    <message numerus="yes">
      <source>Show %n image(s)</source>
      <translation>
        <numerusform>%n Bild zeigen</numerusform>
        <numerusform>%n Bilder zeigen</numerusform>
      </translation>
    </message>
    <message>
      <source>Show all images of this cell in the gallery</source>
      <translation>Alle Bilder dieses Feldes in der Galerie zeigen</translation>
    </message>
    <message>
      <source>Show the images</source>
      <translation>Bilder zeigen</translation>
    </message>
    <message>
      <source>There is nothing in this cell.</source>
      <translation>In diesem Feld ist nichts.</translation>
    </message>
  </context>
  <context>
    <name>ContextMenus</name>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept all shown</source>
      <translation>Alle gezeigten annehmen</translation>
    </message>
    <message>
      <source>Change label…</source>
      <translation>Label ändern …</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe …</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>Number key</source>
      <translation>Zifferntaste</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Select its objects</source>
      <translation>Seine Objekte auswählen</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Show only this one</source>
      <translation>Nur dieses zeigen</translation>
    </message>
  </context>
  <context>
    <name>CoreErrors</name>
    <message>
      <source>'{0}' holds no word to look for: write a part of the file name.</source>
      <translation>„{0}“ enthält kein Wort zum Suchen: Geben Sie einen Teil des Dateinamens ein.</translation>
    </message>
    <message>
      <source>'{0}': there is no '{1}' to search by; possible are {2}.</source>
      <translation>„{0}“: Nach „{1}“ lässt sich nicht suchen; möglich sind {2}.</translation>
    </message>
    <message>
      <source>'{0}': {1} is no number, so it takes ':' or '=' alone: {2}.</source>
      <translation>„{0}“: {1} ist keine Zahl, daher gehen nur „:“ oder „=“: {2}.</translation>
    </message>
    <message>
      <source>A count of images cannot be negative: choose 0 or more.</source>
      <translation>Eine Anzahl von Bildern kann nicht negativ sein: 0 oder mehr wählen.</translation>
    </message>
    <message>
      <source>A file cannot settle in {0} seconds: choose 0 or more.</source>
      <translation>Eine Datei kann nicht in {0} Sekunden zur Ruhe kommen: 0 oder mehr wählen.</translation>
    </message>
    <message>
      <source>A mask PNG tells at most {0} objects and labels apart: use fewer.</source>
      <translation>Ein Masken-PNG unterscheidet höchstens {0} Objekte und Labels: Verwenden Sie weniger.</translation>
    </message>
    <message>
      <source>A region is left, top, right and bottom with an area between, not {0}.</source>
      <translation>Ein Ausschnitt ist links, oben, rechts und unten mit einer Fläche dazwischen, nicht {0}.</translation>
    </message>
    <message>
      <source>A search holds at most {0} terms, and a term so many values: shorten it.</source>
      <translation>Eine Suche fasst höchstens {0} Begriffe und ein Begriff so viele Werte: Kürzen Sie sie.</translation>
    </message>
    <message>
      <source>A stored shape is not whole ({0}): predict the image again.</source>
      <translation>Eine gespeicherte Form ist unvollständig ({0}): Lassen Sie das Bild neu vorhersagen.</translation>
    </message>
    <message>
      <source>A stored shape is of the unknown kind {0}: update the program.</source>
      <translation>Eine gespeicherte Form ist von der unbekannten Art {0}: Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
      <source>A {0} must not be empty: type at least one letter.</source>
      <translation>{0} darf nicht leer sein: Geben Sie mindestens ein Zeichen ein.</translation>
    </message>
    <message>
      <source>All of this place is of one colour: there is nothing to cut out.</source>
      <translation>Hier ist alles von einer Farbe: Es gibt nichts auszuschneiden.</translation>
    </message>
    <message>
      <source>An augmentation turns by 0 to 45 degrees and blurs by 0 to 10 pixels, not {0} and {1}.</source>
      <translation>Eine Variation dreht um 0 bis 45 Grad und zeichnet um 0 bis 10 Pixel weich, nicht {0} und {1}.</translation>
    </message>
    <message>
      <source>An image size is height and width in multiples of 8, from 32, not {0}.</source>
      <translation>Eine Bildgröße ist Höhe und Breite in Vielfachen von 8, ab 32, nicht {0}.</translation>
    </message>
    <message>
      <source>Epochs, batch size, repeats and learning rate are above zero.</source>
      <translation>Epochen, Batchgröße, Wiederholungen und Lernrate sind größer als null.</translation>
    </message>
    <message>
      <source>Fetching the pretrained weights {0} from {1} (kept in {2})</source>
      <translation>Die vortrainierten Gewichte {0} werden von {1} geholt (aufbewahrt in {2})</translation>
    </message>
    <message>
      <source>Memory ran out in the middle of a step before the first checkpoint: start again with a smaller image size, batch or network, or close other programs.</source>
      <translation>Der Speicher ging mitten in einem Schritt vor dem ersten Sicherungspunkt aus: Beginnen Sie neu mit kleinerer Bildgröße, kleinerem Batch oder Netz, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
      <source>No drawn weights fit the model {0}: start from others, or from none.</source>
      <translation>Zum Modell {0} passen keine gezeichneten Gewichte: von anderen oder von keinen ausgehen.</translation>
    </message>
    <message>
      <source>No epoch was better than epoch {0} for {1} epochs: it ends here.</source>
      <translation>Seit {1} Epochen war keine besser als Epoche {0}: Der Lauf endet hier.</translation>
    </message>
    <message>
      <source>Nothing in this box stands out: draw it closer, or paint over the object.</source>
      <translation>In dieser Box hebt sich nichts ab: Ziehen Sie sie enger oder malen Sie über das Objekt.</translation>
    </message>
    <message>
      <source>Nothing of the object is left: take back the last stroke.</source>
      <translation>Vom Objekt ist nichts übrig: Nehmen Sie den letzten Strich zurück.</translation>
    </message>
    <message>
      <source>Only objects of one label can be merged: give them the same label first.</source>
      <translation>Nur Objekte mit demselben Label lassen sich zusammenfassen: Geben Sie ihnen erst das gleiche Label.</translation>
    </message>
    <message>
      <source>Points have no area to merge: leave them out of the selection.</source>
      <translation>Punkte haben keine Fläche zum Zusammenfassen: Lassen Sie sie aus der Auswahl.</translation>
    </message>
    <message>
      <source>Process {0} of the run's {1} broke off, and the log says why: resume to go on from the last checkpoint.</source>
      <translation>Prozess {0} der {1} dieses Laufs brach ab, und das Protokoll sagt, warum: Setzen Sie fort, um vom letzten Sicherungspunkt weiterzumachen.</translation>
    </message>
    <message>
      <source>Process {0} of the run's {1} was ended from outside (signal {2}), often because memory ran out: resume to go on from the last checkpoint, or start again with fewer processes.</source>
      <translation>Prozess {0} der {1} dieses Laufs wurde von außen beendet (Signal {2}), oft weil der Speicher ausging: Setzen Sie fort, um vom letzten Sicherungspunkt weiterzumachen, oder beginnen Sie neu mit weniger Prozessen.</translation>
    </message>
    <message>
      <source>Publishing the weights of epoch {0}, the best one.</source>
      <translation>Die Gewichte von Epoche {0}, der besten, werden veröffentlicht.</translation>
    </message>
    <message>
      <source>Select two or more objects that are not locked to merge them.</source>
      <translation>Wählen Sie zum Zusammenfassen zwei oder mehr Objekte, die nicht gesperrt sind.</translation>
    </message>
    <message>
      <source>Starting from {0}: {1} of {2} tensors fit</source>
      <translation>Beginn mit {0}: {1} von {2} Tensoren passen</translation>
    </message>
    <message>
      <source>The attribute {0} is one of the program's own: choose another name.</source>
      <translation>Das Attribut {0} gehört dem Programm: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>The attribute {0} is there already: choose another name.</source>
      <translation>Das Attribut {0} gibt es schon: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>The average of the weights decays by 0 to below 1, not {0}.</source>
      <translation>Der Mittelwert der Gewichte klingt mit 0 bis unter 1 ab, nicht mit {0}.</translation>
    </message>
    <message>
      <source>The box leaves nothing round the object: draw it smaller.</source>
      <translation>Die Box lässt um das Objekt nichts übrig: Ziehen Sie sie kleiner.</translation>
    </message>
    <message>
      <source>The box lies beside the picture: draw it round the object.</source>
      <translation>Die Box liegt neben dem Bild: Ziehen Sie sie um das Objekt.</translation>
    </message>
    <message>
      <source>The exported network does not say what the trained one says of proof image {0}: {1}; nothing is published.</source>
      <translation>Das exportierte Netz sagt zum Prüfbild {0} nicht, was das trainierte sagt: {1}; nichts wird veröffentlicht.</translation>
    </message>
    <message>
      <source>The gradient is {0} at step {1} (images {2}): look whether these images are sound, or start again with a lower learning rate.</source>
      <translation>Der Gradient ist {0} bei Schritt {1} (Bilder {2}): Prüfen Sie, ob diese Bilder in Ordnung sind, oder beginnen Sie neu mit einer kleineren Lernrate.</translation>
    </message>
    <message>
      <source>The image name {0} cannot stand in a list: rename the file.</source>
      <translation>Der Bildname {0} kann nicht in einer Liste stehen: Benennen Sie die Datei um.</translation>
    </message>
    <message>
      <source>The label {0} is not in the label list: add it there.</source>
      <translation>Das Label {0} steht nicht in der Label-Liste: Fügen Sie es dort hinzu.</translation>
    </message>
    <message>
      <source>The list '{0}' is learned from: give the benchmark set a name of its own.</source>
      <translation>Aus der Liste „{0}“ wird gelernt: dem Prüfsatz einen eigenen Namen geben.</translation>
    </message>
    <message>
      <source>The longest side must have at least 1 pixel.</source>
      <translation>Die längste Seite muss mindestens 1 Pixel haben.</translation>
    </message>
    <message>
      <source>The loss is {0} at step {1} (images {2}): look whether these images are sound, or start again with a lower learning rate.</source>
      <translation>Der Verlust ist {0} bei Schritt {1} (Bilder {2}): Prüfen Sie, ob diese Bilder in Ordnung sind, oder beginnen Sie neu mit einer kleineren Lernrate.</translation>
    </message>
    <message>
      <source>The loss or its gradient is no number at step {0} in another of the run's processes: look whether the images in its folder '{1}' are sound, or start again with a lower learning rate.</source>
      <translation>Der Verlust oder sein Gradient ist bei Schritt {0} in einem anderen Prozess des Laufs keine Zahl: Prüfen Sie, ob die Bilder in seinem Ordner '{1}' in Ordnung sind, oder beginnen Sie neu mit einer kleineren Lernrate.</translation>
    </message>
    <message>
      <source>The model '{0}' has no backbone '{1}'; {2}.</source>
      <translation>Das Modell '{0}' hat kein Backbone '{1}'; {2}.</translation>
    </message>
    <message>
      <source>The model '{0}' has no recipe '{1}'; choose one of: {2}.</source>
      <translation>Das Modell '{0}' hat kein Rezept '{1}'; wählen Sie eines von: {2}.</translation>
    </message>
    <message>
      <source>The model finds nothing there: point at another place, or draw a box round the object.</source>
      <translation>Das Modell findet dort nichts: Zeigen Sie auf eine andere Stelle oder ziehen Sie eine Box um das Objekt.</translation>
    </message>
    <message>
      <source>The model needs a point or a box: click the object.</source>
      <translation>Das Modell braucht einen Punkt oder eine Box: Klicken Sie das Objekt an.</translation>
    </message>
    <message>
      <source>The model {0} has no backbone {1}: choose one of {2}.</source>
      <translation>Das Modell {0} hat kein Backbone {1}: Wählen Sie eines von {2}.</translation>
    </message>
    <message>
      <source>The pretrained weights could not be fetched from {0} ({1}): connect to the network, name a weights file, set {2} to a mirror, or train from random weights (--weights random), best a compact model, whose weights travel with the program.</source>
      <translation>Die vortrainierten Gewichte konnten nicht von {0} geladen werden ({1}): mit dem Netz verbinden, eine Gewichtsdatei nennen, {2} auf einen Spiegel setzen oder von Zufallsgewichten aus trainieren (--weights random), am besten ein kompaktes Modell, dessen Gewichte mit dem Programm kommen.</translation>
    </message>
    <message>
      <source>The quality must be 1 to 100.</source>
      <translation>Die Qualität muss 1 bis 100 sein.</translation>
    </message>
    <message>
      <source>The region is left, top, right and bottom from 0 to 1, left and top the smaller ones: {0}.</source>
      <translation>Der Ausschnitt ist links, oben, rechts und unten von 0 bis 1, links und oben die kleineren: {0}.</translation>
    </message>
    <message>
      <source>The scale of an augmentation runs from 0.1 to 10, smaller first, not {0}.</source>
      <translation>Der Maßstab einer Variation reicht von 0.1 bis 10, der kleinere zuerst, nicht {0}.</translation>
    </message>
    <message>
      <source>The score below which an image is doubtful is from 0 to 1, not {0}.</source>
      <translation>Der Wert, unter dem ein Bild zweifelhaft ist, liegt zwischen 0 und 1, nicht bei {0}.</translation>
    </message>
    <message>
      <source>The selected objects cover no pixel of the image: nothing to merge.</source>
      <translation>Die gewählten Objekte bedecken kein Pixel des Bildes: Es gibt nichts zusammenzufassen.</translation>
    </message>
    <message>
      <source>The set '{0}' has no labelled image: label some first.</source>
      <translation>Die Liste '{0}' hat kein annotiertes Bild: Annotieren Sie zuerst einige.</translation>
    </message>
    <message>
      <source>The share of the test is 0 or more and below {0}, not {1}.</source>
      <translation>Der Testanteil ist mindestens 0 und kleiner als {0}, nicht {1}.</translation>
    </message>
    <message>
      <source>The share to learn from is between 0 and 1, not {0}.</source>
      <translation>Der Anteil zum Lernen liegt zwischen 0 und 1, nicht bei {0}.</translation>
    </message>
    <message>
      <source>The text on the clipboard cannot be pasted: {0}</source>
      <translation>Der Text der Zwischenablage lässt sich nicht einfügen: {0}</translation>
    </message>
    <message>
      <source>The tolerance is from 0 to 100 pixels, not {0}.</source>
      <translation>Die Toleranz liegt zwischen 0 und 100 Pixeln, nicht bei {0}.</translation>
    </message>
    <message>
      <source>The training broke off ({0}): the log says more.</source>
      <translation>Das Training brach ab ({0}): Das Protokoll sagt mehr.</translation>
    </message>
    <message>
      <source>The wand was set down beside the picture: click a place inside it.</source>
      <translation>Der Zauberstab wurde neben dem Bild angesetzt: Klicken Sie eine Stelle im Bild an.</translation>
    </message>
    <message>
      <source>The whole picture is of nearly one colour for the wand: lower its tolerance.</source>
      <translation>Für den Zauberstab ist fast das ganze Bild von einer Farbe: Verringern Sie seine Toleranz.</translation>
    </message>
    <message>
      <source>The {0} is from 0 to 1, not {1}.</source>
      <translation>{0} ist von 0 bis 1, nicht {1}.</translation>
    </message>
    <message>
      <source>The {0} of an augmentation is from 0 to below 1, not {1}.</source>
      <translation>{0} einer Variation ist von 0 bis unter 1, nicht {1}.</translation>
    </message>
    <message>
      <source>The {0} {1} begins or ends with a space: remove it.</source>
      <translation>{0} {1} beginnt oder endet mit einem Leerzeichen: Entfernen Sie es.</translation>
    </message>
    <message>
      <source>The {0} {1} holds the character {2}, which XML cannot: remove it.</source>
      <translation>{0} {1} enthält das Zeichen {2}, das in XML nicht geht: Entfernen Sie es.</translation>
    </message>
    <message>
      <source>There are 1 to {0} tiles on each side, not {1}.</source>
      <translation>Auf jeder Seite gibt es 1 bis {0} Kacheln, nicht {1}.</translation>
    </message>
    <message>
      <source>There are no objects on the clipboard: copy some first.</source>
      <translation>In der Zwischenablage sind keine Objekte: Kopieren Sie erst welche.</translation>
    </message>
    <message>
      <source>There are no pretrained weights for the model {0}: start from others, or from none.</source>
      <translation>Für das Modell {0} gibt es keine vortrainierten Gewichte: von anderen oder von keinen ausgehen.</translation>
    </message>
    <message>
      <source>There is a benchmark set '{0}' already: choose another name.</source>
      <translation>Einen Prüfsatz „{0}“ gibt es schon: wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>There is no image to measure the time on: open a dataset with images.</source>
      <translation>Es gibt kein Bild, um die Zeit zu messen: Öffnen Sie einen Datensatz mit Bildern.</translation>
    </message>
    <message>
      <source>There is no model '{0}'; choose one of: {1}.</source>
      <translation>Es gibt kein Modell '{0}'; wählen Sie eines von: {1}.</translation>
    </message>
    <message>
      <source>There is no model '{0}'; there are: {1}.</source>
      <translation>Es gibt kein Modell „{0}“; es gibt: {1}.</translation>
    </message>
    <message>
      <source>There is no model {0}: choose one of {1}.</source>
      <translation>Es gibt kein Modell {0}: Wählen Sie eines von {1}.</translation>
    </message>
    <message>
      <source>There is no task '{0}'; choose one of: {1}.</source>
      <translation>Es gibt keine Aufgabe '{0}'; wählen Sie eine von: {1}.</translation>
    </message>
    <message>
      <source>There is not enough memory for {0} images at a time: choose a smaller image size, batch or network, or close other programs; then resume or start again.</source>
      <translation>Der Speicher reicht nicht für {0} Bilder auf einmal: Wählen Sie eine kleinere Bildgröße, einen kleineren Batch oder ein kleineres Netz, oder schließen Sie andere Programme; setzen Sie dann fort oder beginnen Sie neu.</translation>
    </message>
    <message>
      <source>There is not enough memory: choose a smaller batch or image size. The log says more.</source>
      <translation>Der Speicher reicht nicht: Wählen Sie einen kleineren Batch oder eine kleinere Bildgröße. Das Protokoll sagt mehr.</translation>
    </message>
    <message>
      <source>There is {0}: train one first; there are: {1}.</source>
      <translation>Es fehlt: {0}. Trainieren Sie erst eines; es gibt: {1}.</translation>
    </message>
    <message>
      <source>This computer has no device '{0}' that torch can use: choose 'auto' or 'cpu'.</source>
      <translation>Dieser Computer hat kein Gerät '{0}', das torch nutzen kann: Wählen Sie 'auto' oder 'cpu'.</translation>
    </message>
    <message>
      <source>This would set aside every image of the dataset: leave at least one.</source>
      <translation>Damit wäre jedes Bild des Datensatzes beiseitegelegt: mindestens eines übrig lassen.</translation>
    </message>
    <message>
      <source>Tiles share from 0 to 0.5 of their side, not {0}.</source>
      <translation>Kacheln teilen 0 bis 0.5 ihrer Seite, nicht {0}.</translation>
    </message>
    <message>
      <source>Using the pretrained weights {0} that were fetched before</source>
      <translation>Die früher geholten vortrainierten Gewichte {0} werden verwendet</translation>
    </message>
    <message>
      <source>an object was left out: {0}</source>
      <translation>ein Objekt wurde ausgelassen: {0}</translation>
    </message>
    <message>
      <source>another file has taken its place: move that one first</source>
      <translation>an seinem Platz liegt eine andere Datei: zuerst diese verschieben</translation>
    </message>
    <message>
      <source>another program is writing to it; try again in a moment</source>
      <translation>ein anderes Programm schreibt gerade hinein; in einem Augenblick noch einmal versuchen</translation>
    </message>
    <message>
      <source>belongs to an image that is not there: put the image beside it.</source>
      <translation>gehört zu einem Bild, das fehlt: Legen Sie das Bild daneben.</translation>
    </message>
    <message>
      <source>cannot be edited in its encoding {0}: save it as UTF-8.</source>
      <translation>lässt sich in der Kodierung {0} nicht bearbeiten: Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
      <source>cannot be loaded as an ONNX network ({0}).</source>
      <translation>lässt sich nicht als ONNX-Netz laden ({0}).</translation>
    </message>
    <message>
      <source>cannot be opened ({0}).</source>
      <translation>lässt sich nicht öffnen ({0}).</translation>
    </message>
    <message>
      <source>cannot be read ({0})</source>
      <translation>lässt sich nicht lesen ({0})</translation>
    </message>
    <message>
      <source>cannot be read as YAML: repair it.</source>
      <translation>lässt sich nicht als YAML lesen: Reparieren Sie die Datei.</translation>
    </message>
    <message>
      <source>cannot be read as an image: write the mask anew or remove it.</source>
      <translation>lässt sich nicht als Bild lesen: Schreiben Sie die Maske neu oder entfernen Sie sie.</translation>
    </message>
    <message>
      <source>cannot be read as text: write it anew.</source>
      <translation>lässt sich nicht als Text lesen: Schreiben Sie die Datei neu.</translation>
    </message>
    <message>
      <source>cannot be unpacked ({0}).</source>
      <translation>lässt sich nicht entpacken ({0}).</translation>
    </message>
    <message>
      <source>cannot be written as {0}: convert it first.</source>
      <translation>lässt sich nicht als {0} schreiben: Wandeln Sie es zuerst um.</translation>
    </message>
    <message>
      <source>does not fit into memory: close other programs or shrink the image.</source>
      <translation>passt nicht in den Speicher: Schließen Sie andere Programme oder verkleinern Sie das Bild.</translation>
    </message>
    <message>
      <source>does not fit the encoder: it wants {0}, the encoder gives {1}. Choose two files that were exported together.</source>
      <translation>passt nicht zum Encoder: Es will {0}, der Encoder gibt {1}. Wählen Sie zwei Dateien, die zusammen exportiert wurden.</translation>
    </message>
    <message>
      <source>failed on this picture ({0}).</source>
      <translation>scheiterte an diesem Bild ({0}).</translation>
    </message>
    <message>
      <source>failed on this prompt, it may belong to another encoder ({0}).</source>
      <translation>scheiterte an dieser Eingabe, vielleicht gehört es zu einem anderen Encoder ({0}).</translation>
    </message>
    <message>
      <source>has a category that cannot be a label: {0}</source>
      <translation>hat eine Kategorie, die kein Label sein kann: {0}</translation>
    </message>
    <message>
      <source>has a {0} of {1} that was left out: {2}</source>
      <translation>hat {0} von {1}, das ausgelassen wurde: {2}</translation>
    </message>
    <message>
      <source>has keypoints on {0} objects: they were left out.</source>
      <translation>hat Keypoints an {0} Objekten: Sie wurden ausgelassen.</translation>
    </message>
    <message>
      <source>has more than 8 bits a channel, which {0} cannot hold: convert it first.</source>
      <translation>hat mehr als 8 Bit je Kanal, was {0} nicht fasst: Wandeln Sie es zuerst um.</translation>
    </message>
    <message>
      <source>has the category {0} without a number: give it an id.</source>
      <translation>hat die Kategorie {0} ohne Nummer: Geben Sie ihr eine id.</translation>
    </message>
    <message>
      <source>has {0} pixels, its image {1} x {2}: write the mask anew.</source>
      <translation>hat {0} Pixel, das Bild aber {1} x {2}: Schreiben Sie die Maske neu.</translation>
    </message>
    <message>
      <source>has {0} x {1} pixels, more than can be opened: tile it.</source>
      <translation>hat {0} x {1} Pixel, mehr als sich öffnen lässt: Zerlegen Sie es in Kacheln.</translation>
    </message>
    <message>
      <source>holds no COCO file with images.</source>
      <translation>enthält keine COCO-Datei mit Bildern.</translation>
    </message>
    <message>
      <source>holds no JSON object: it is a file of another kind.</source>
      <translation>enthält kein JSON-Objekt: Es ist eine andere Art von Datei.</translation>
    </message>
    <message>
      <source>holds no images beside its JSON files: put them there.</source>
      <translation>enthält neben den JSON-Dateien keine Bilder: Legen Sie sie dorthin.</translation>
    </message>
    <message>
      <source>holds no images: choose another file.</source>
      <translation>enthält keine Bilder: Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>holds no images: put them into images/.</source>
      <translation>enthält keine Bilder: Legen Sie sie nach images/.</translation>
    </message>
    <message>
      <source>holds the link {0}, which was left out: put the file itself in.</source>
      <translation>enthält die Verknüpfung {0}, die ausgelassen wurde: Legen Sie die Datei selbst hinein.</translation>
    </message>
    <message>
      <source>holds the path {0} with control characters: do not use this archive.</source>
      <translation>enthält den Pfad {0} mit Steuerzeichen: Verwenden Sie dieses Archiv nicht.</translation>
    </message>
    <message>
      <source>holds the path {0}, which leads out of its folder: do not use this archive.</source>
      <translation>enthält den Pfad {0}, der aus dem Ordner hinausführt: Verwenden Sie dieses Archiv nicht.</translation>
    </message>
    <message>
      <source>holds {0} files, more than {1}: split it.</source>
      <translation>enthält {0} Dateien, mehr als {1}: Teilen Sie es.</translation>
    </message>
    <message>
      <source>holds {0} twice, or in two spellings: only the first was unpacked.</source>
      <translation>enthält {0} zweimal oder in zwei Schreibweisen: Nur das erste wurde entpackt.</translation>
    </message>
    <message>
      <source>holds {0}, which Windows cannot hold: now {1}.</source>
      <translation>enthält {0}, was Windows nicht erlaubt: heißt jetzt {1}.</translation>
    </message>
    <message>
      <source>is empty: remove it or restore an older copy.</source>
      <translation>ist leer: Entfernen Sie die Datei oder stellen Sie eine ältere Kopie wieder her.</translation>
    </message>
    <message>
      <source>is locked with a password ({0}): unpack it yourself first.</source>
      <translation>ist mit einem Passwort geschützt ({0}): Entpacken Sie es zuerst selbst.</translation>
    </message>
    <message>
      <source>is not JSON in UTF-8: write it anew.</source>
      <translation>ist kein JSON in UTF-8: Schreiben Sie die Datei neu.</translation>
    </message>
    <message>
      <source>is not a decoder that is known here: it wants {0} and gives {1}, not masks of point_coords and point_labels. Choose the decoder's file.</source>
      <translation>ist kein hier bekannter Decoder: Es will {0} und gibt {1}, keine Masken aus point_coords und point_labels. Wählen Sie die Datei des Decoders.</translation>
    </message>
    <message>
      <source>is not a whole zip archive ({0}): fetch or make it again.</source>
      <translation>ist kein vollständiges Zip-Archiv ({0}): Holen oder erstellen Sie es neu.</translation>
    </message>
    <message>
      <source>is not an encoder that is known here: it wants {0}, not one picture of (1, 3, height, width) or (height, width, 3). Choose the encoder's ONNX file.</source>
      <translation>ist kein hier bekannter Encoder: Es will {0}, nicht ein Bild der Form (1, 3, Höhe, Breite) oder (Höhe, Breite, 3). Wählen Sie die ONNX-Datei des Encoders.</translation>
    </message>
    <message>
      <source>is not there: choose the ONNX file again.</source>
      <translation>ist nicht da: Wählen Sie die ONNX-Datei neu.</translation>
    </message>
    <message>
      <source>is not there: put the image back.</source>
      <translation>ist nicht da: Legen Sie das Bild zurück.</translation>
    </message>
    <message>
      <source>is not whole YAML ({0}): repair it.</source>
      <translation>ist kein vollständiges YAML ({0}): Reparieren Sie die Datei.</translation>
    </message>
    <message>
      <source>is of keypoints: they were left out, the boxes taken.</source>
      <translation>enthält Keypoints: Sie wurden ausgelassen, die Boxen übernommen.</translation>
    </message>
    <message>
      <source>is of the kind {0} instead of a palette PNG, so that its labels are not known.</source>
      <translation>ist von der Art {0} statt ein Paletten-PNG, daher sind seine Labels nicht bekannt.</translation>
    </message>
    <message>
      <source>names a label that cannot be one: {0}</source>
      <translation>nennt ein Label, das keines sein kann: {0}</translation>
    </message>
    <message>
      <source>names {0}, which is not there: that split was left out.</source>
      <translation>nennt {0}, was nicht da ist: Diese Aufteilung wurde ausgelassen.</translation>
    </message>
    <message>
      <source>says a wrong size of {0}: it is damaged or a bomb; do not use it.</source>
      <translation>nennt eine falsche Größe von {0}: Es ist beschädigt oder eine Bombe; verwenden Sie es nicht.</translation>
    </message>
    <message>
      <source>would grow to {0} GB: a zip bomb, as it seems, so it stays packed.</source>
      <translation>würde auf {0} GB wachsen: anscheinend eine Zip-Bombe, daher bleibt es gepackt.</translation>
    </message>
    <message>
      <source>{0} belongs to another kind of model: choose the model that it was made for.</source>
      <translation>{0} gehört zu einer anderen Art von Modell: Wählen Sie das Modell, für das sie gemacht sind.</translation>
    </message>
    <message>
      <source>{0} cannot be a model's name: use up to 64 letters, digits, spaces, '-', '_', '+' and '.', with a letter or digit at both ends.</source>
      <translation>{0} kann kein Modellname sein: bis zu 64 Buchstaben, Ziffern, Leerzeichen, „-“, „_“, „+“ und „.“, an beiden Enden ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
      <source>{0} does not say which images it learned from: train a new version.</source>
      <translation>{0} sagt nicht, aus welchen Bildern gelernt wurde: eine neue Version trainieren.</translation>
    </message>
    <message>
      <source>{0} has the same name but for the suffix: rename that one first</source>
      <translation>{0} heißt bis auf die Endung genauso: zuerst jene Datei umbenennen</translation>
    </message>
    <message>
      <source>{0} images are copies of one in a benchmark set: they are not learned from.</source>
      <translation>{0} Bilder sind Kopien von einem in einem Prüfsatz: Aus ihnen wird nicht gelernt.</translation>
    </message>
    <message>
      <source>{0} images are learned from and measured on as well: the model is worse than its figures say.</source>
      <translation>{0} Bilder dienen dem Lernen und dem Messen zugleich: Das Modell ist schlechter, als seine Zahlen sagen.</translation>
    </message>
    <message>
      <source>{0} images belong to a benchmark set: they are not learned from.</source>
      <translation>{0} Bilder gehören zu einer Vergleichsliste: Aus ihnen wird nicht gelernt.</translation>
    </message>
    <message>
      <source>{0} images of the image sets have no annotation and are left out.</source>
      <translation>{0} Bilder der Bildlisten haben keine Annotation und werden ausgelassen.</translation>
    </message>
    <message>
      <source>{0} is no format: choose one of {1}.</source>
      <translation>{0} ist kein Format: Wählen Sie eines von {1}.</translation>
    </message>
    <message>
      <source>{0} is no name for a benchmark set: use letters, digits and dashes.</source>
      <translation>{0} ist kein Name für einen Prüfsatz: Buchstaben, Ziffern und Bindestriche verwenden.</translation>
    </message>
    <message>
      <source>{0} is no name for a list of images: use letters, digits and dashes.</source>
      <translation>{0} ist kein Name für eine Bilderliste: Verwenden Sie Buchstaben, Ziffern und Striche.</translation>
    </message>
    <message>
      <source>{0} knows other labels ({1}): what it knows of the same ones is kept, the others are learned anew.</source>
      <translation>{0} kennt andere Labels ({1}): Was es von den gleichen weiß, bleibt, die anderen werden neu gelernt.</translation>
    </message>
    <message>
      <source>{0} of {1} epochs fit into the time given, for an epoch takes about {2} seconds.</source>
      <translation>{0} von {1} Epochen passen in die gegebene Zeit, denn eine Epoche dauert etwa {2} Sekunden.</translation>
    </message>
    <message>
      <source>{0} processes cannot share batches of {1} image(s): choose a larger batch, or fewer processes.</source>
      <translation>{0} Prozesse können sich Batches von {1} Bild(ern) nicht teilen: Wählen Sie einen größeren Batch oder weniger Prozesse.</translation>
    </message>
    <message>
      <source>{0} processes cannot share {1} graphics card(s): choose fewer processes, or the device 'cpu'.</source>
      <translation>{0} Prozesse können sich {1} Grafikkarte(n) nicht teilen: Wählen Sie weniger Prozesse oder das Gerät 'cpu'.</translation>
    </message>
    <message>
      <source>{0} to {1} is no range of scores: choose one within 0 and 1.</source>
      <translation>{0} bis {1} ist kein Bereich von Werten: einen zwischen 0 und 1 wählen.</translation>
    </message>
    <message>
      <source>{0} was cut short: take it back or finish it first.</source>
      <translation>{0} wurde unterbrochen: Nehmen Sie es zuerst zurück oder schließen Sie es ab.</translation>
    </message>
    <message>
      <source>{0}: '{1}' has no annotation; label it or choose another split.</source>
      <translation>{0}: „{1}“ hat keine Annotation; annotieren Sie es oder wählen Sie eine andere Aufteilung.</translation>
    </message>
    <message>
      <source>{0}: another program is writing to it; try again in a moment.</source>
      <translation>{0}: Ein anderes Programm schreibt gerade hinein; in einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
      <source>{0}: cannot be loaded as a network; {1}</source>
      <translation>{0}: lässt sich nicht als Netz laden; {1}</translation>
    </message>
    <message>
      <source>{0}: cannot be made smaller by ONNX Runtime ({1}); use it as it is.</source>
      <translation>{0}: lässt sich durch ONNX Runtime nicht verkleinern ({1}); verwenden Sie es, wie es ist.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}).</source>
      <translation>{0}: lässt sich nicht lesen ({1}).</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): allow it or choose another folder.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): Erlauben Sie es oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): allow it.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): den Zugriff erlauben.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): remove it and choose again.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): entfernen und neu wählen.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): remove it; it is made anew.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): entfernen; sie wird neu angelegt.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): repair or remove it.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): reparieren oder entfernen.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): restore it, or remove its folder.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): wiederherstellen oder den Ordner entfernen.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}): restore or remove it.</source>
      <translation>{0}: lässt sich nicht lesen ({1}): Stellen Sie die Datei wieder her oder entfernen Sie sie.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}); remove it to use the newest version.</source>
      <translation>{0}: lässt sich nicht lesen ({1}); entfernen Sie die Datei, um die neueste Version zu verwenden.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}); remove it to use the usual rules.</source>
      <translation>{0}: lässt sich nicht lesen ({1}); entfernen, dann gelten die üblichen Regeln.</translation>
    </message>
    <message>
      <source>{0}: cannot be read ({1}); train a new version.</source>
      <translation>{0}: lässt sich nicht lesen ({1}); eine neue Version trainieren.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: it must be UTF-8 text with a label in each line.</source>
      <translation>{0}: lässt sich nicht lesen: Es muss UTF-8-Text mit einem Label je Zeile sein.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: make it a text file with an image in each line.</source>
      <translation>{0}: lässt sich nicht lesen: Machen Sie daraus eine Textdatei mit einem Bild je Zeile.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: make it a text file with an image name in each line.</source>
      <translation>{0}: lässt sich nicht lesen: Machen Sie daraus eine Textdatei mit einem Bildnamen je Zeile.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: remove it and choose again.</source>
      <translation>{0}: lässt sich nicht lesen: Entfernen Sie die Datei und wählen Sie neu.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: repair or remove it.</source>
      <translation>{0}: lässt sich nicht lesen: Reparieren oder entfernen Sie die Datei.</translation>
    </message>
    <message>
      <source>{0}: cannot be read: repair or remove it; only colours and keys are lost.</source>
      <translation>{0}: lässt sich nicht lesen: Reparieren oder entfernen Sie die Datei; nur Farben und Tasten gehen verloren.</translation>
    </message>
    <message>
      <source>{0}: cannot be read; start a new run.</source>
      <translation>{0}: kann nicht gelesen werden; beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
      <source>{0}: cannot be read; try again.</source>
      <translation>{0}: kann nicht gelesen werden; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{0}: cannot be used ({1}): remove it, it is made anew.</source>
      <translation>{0}: lässt sich nicht verwenden ({1}): Entfernen Sie die Datei, sie wird neu erzeugt.</translation>
    </message>
    <message>
      <source>{0}: cannot be written ({1}): make room or allow it.</source>
      <translation>{0}: lässt sich nicht schreiben ({1}): Schaffen Sie Platz oder erlauben Sie es.</translation>
    </message>
    <message>
      <source>{0}: cannot be written ({1}): make room, nothing was changed.</source>
      <translation>{0}: lässt sich nicht schreiben ({1}): Schaffen Sie Platz, nichts wurde geändert.</translation>
    </message>
    <message>
      <source>{0}: convention must be one of {1}: correct or remove it.</source>
      <translation>{0}: convention muss eines von {1} sein: Berichtigen oder entfernen Sie es.</translation>
    </message>
    <message>
      <source>{0}: could not be written ({1}); what was there is unchanged</source>
      <translation>{0}: konnte nicht geschrieben werden ({1}); was da war, ist unverändert</translation>
    </message>
    <message>
      <source>{0}: does not fit the network of its card; train again.</source>
      <translation>{0}: passt nicht zum Netz der Modellkarte; neu trainieren.</translation>
    </message>
    <message>
      <source>{0}: does not name the dataset; start a new run.</source>
      <translation>{0}: nennt den Datensatz nicht; beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
      <source>{0}: does not name the images of the model ({1}); train a new one.</source>
      <translation>{0}: nennt die Bilder des Modells nicht ({1}); ein neues trainieren.</translation>
    </message>
    <message>
      <source>{0}: does not say how the model was trained; choose another version.</source>
      <translation>{0}: sagt nicht, wie das Modell trainiert wurde; wählen Sie eine andere Version.</translation>
    </message>
    <message>
      <source>{0}: does not wait in the queue.</source>
      <translation>{0}: wartet nicht in der Warteschlange.</translation>
    </message>
    <message>
      <source>{0}: has a list '{1}' of other images already: choose another name.</source>
      <translation>{0}: hat schon eine Liste „{1}“ mit anderen Bildern: einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>{0}: has another input size than its card; {1}</source>
      <translation>{0}: hat eine andere Eingabegröße als seine Karte; {1}</translation>
    </message>
    <message>
      <source>{0}: has no benchmark set {1}; there are: {2}.</source>
      <translation>{0}: hat keinen Prüfsatz {1}; es gibt: {2}.</translation>
    </message>
    <message>
      <source>{0}: has no image named {1}.</source>
      <translation>{0}: hat kein Bild namens {1}.</translation>
    </message>
    <message>
      <source>{0}: has no split {1}; there are: {2}.</source>
      <translation>{0}: hat keine Aufteilung {1}; es gibt: {2}.</translation>
    </message>
    <message>
      <source>{0}: has no weights yet; let it train for one epoch at least.</source>
      <translation>{0}: hat noch keine Gewichte; lassen Sie ihn mindestens eine Epoche trainieren.</translation>
    </message>
    <message>
      <source>{0}: has no {1}; remove the folder or train again.</source>
      <translation>{0}: hat kein {1}; entfernen Sie den Ordner oder trainieren Sie neu.</translation>
    </message>
    <message>
      <source>{0}: has none of these images; name a list of images that are there.</source>
      <translation>{0}: hat keines dieser Bilder; nennen Sie eine Liste von Bildern, die da sind.</translation>
    </message>
    <message>
      <source>{0}: has other labels than its card; {1}</source>
      <translation>{0}: hat andere Labels als seine Karte; {1}</translation>
    </message>
    <message>
      <source>{0}: holds no plain table of weights: name a .safetensors or .pth file with one.</source>
      <translation>{0}: enthält keine einfache Tabelle von Gewichten: Nennen Sie eine .safetensors- oder .pth-Datei mit einer.</translation>
    </message>
    <message>
      <source>{0}: holds no settings: repair or remove it.</source>
      <translation>{0}: enthält keine Einstellungen: Reparieren oder entfernen Sie die Datei.</translation>
    </message>
    <message>
      <source>{0}: holds the dataset itself: choose the folder that the pictures arrive in.</source>
      <translation>{0}: enthält den Datensatz selbst: den Ordner wählen, in dem die Bilder ankommen.</translation>
    </message>
    <message>
      <source>{0}: is a throw-away run and never published; train again without that mark.</source>
      <translation>{0}: ist ein Wegwerflauf und wird nie veröffentlicht; trainieren Sie noch einmal ohne diese Markierung.</translation>
    </message>
    <message>
      <source>{0}: is being started already; look again in a moment.</source>
      <translation>{0}: wird gerade schon gestartet; sehen Sie gleich noch einmal nach.</translation>
    </message>
    <message>
      <source>{0}: is for what is said of the images: choose the folder that they arrive in.</source>
      <translation>{0}: ist für das, was über die Bilder gesagt wird: den Ordner wählen, in dem sie ankommen.</translation>
    </message>
    <message>
      <source>{0}: is in use by another window or command, or damaged ({1}).</source>
      <translation>{0}: wird von einem anderen Fenster oder Befehl benutzt oder ist beschädigt ({1}).</translation>
    </message>
    <message>
      <source>{0}: is in use by another window or command: wait until that is done.</source>
      <translation>{0}: wird von einem anderen Fenster oder Befehl benutzt: warten, bis das fertig ist.</translation>
    </message>
    <message>
      <source>{0}: is neither a folder nor a zip file: name the one that holds the dataset.</source>
      <translation>{0}: ist weder ein Ordner noch eine Zip-Datei: Nennen Sie, was den Datensatz enthält.</translation>
    </message>
    <message>
      <source>{0}: is no list of problems: repair or remove it.</source>
      <translation>{0}: ist keine Liste von Problemen: Reparieren oder entfernen Sie die Datei.</translation>
    </message>
    <message>
      <source>{0}: is no model, for it has no {1}; choose another version.</source>
      <translation>{0}: ist kein Modell, denn es hat kein {1}; wählen Sie eine andere Version.</translation>
    </message>
    <message>
      <source>{0}: is no network for {1} of this program; choose another model.</source>
      <translation>{0}: ist kein Netz für {1} dieses Programms; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
      <source>{0}: is no run, for it has no spec.json; name a folder below 'runs'.</source>
      <translation>{0}: ist kein Lauf, denn er hat keine spec.json; nennen Sie einen Ordner unter 'runs'.</translation>
    </message>
    <message>
      <source>{0}: is not a folder: name the folder that holds your images.</source>
      <translation>{0}: ist kein Ordner: Nennen Sie den Ordner mit Ihren Bildern.</translation>
    </message>
    <message>
      <source>{0}: is not there any more: nothing is set aside in it.</source>
      <translation>{0}: ist nicht mehr da: darin ist nichts beiseitegelegt.</translation>
    </message>
    <message>
      <source>{0}: is not there any more: the change can no longer be taken back.</source>
      <translation>{0}: ist nicht mehr da: Die Änderung lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
      <source>{0}: is not there; the image sets there are: {1}.</source>
      <translation>{0}: ist nicht da; es gibt diese Bilderlisten: {1}.</translation>
    </message>
    <message>
      <source>{0}: is not whole ({1}): restore it, or remove its folder.</source>
      <translation>{0}: ist nicht vollständig ({1}): wiederherstellen oder den Ordner entfernen.</translation>
    </message>
    <message>
      <source>{0}: is not whole ({1}); remove it to begin the run anew.</source>
      <translation>{0}: ist nicht vollständig ({1}); entfernen Sie es, um den Lauf neu zu beginnen.</translation>
    </message>
    <message>
      <source>{0}: is not whole ({1}); remove the folder or train again.</source>
      <translation>{0}: ist unvollständig ({1}); entfernen Sie den Ordner oder trainieren Sie neu.</translation>
    </message>
    <message>
      <source>{0}: is there already and not empty: choose a new folder.</source>
      <translation>{0}: ist schon da und nicht leer: Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
      <source>{0}: is {1} already; start a new run.</source>
      <translation>{0}: ist schon {1}; beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
      <source>{0}: is {1}, so there is nothing to pause.</source>
      <translation>{0}: ist {1}, es gibt also nichts zu pausieren.</translation>
    </message>
    <message>
      <source>{0}: is {1}, so there is nothing to stop.</source>
      <translation>{0}: ist {1}, es gibt also nichts anzuhalten.</translation>
    </message>
    <message>
      <source>{0}: its process does not stop; end process {1} and try again.</source>
      <translation>{0}: Der Prozess hält nicht an; beenden Sie Prozess {1} und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{0}: its {1} is damaged ({2}): move the files home yourself.</source>
      <translation>{0}: {1} darin ist beschädigt ({2}): die Dateien selbst zurückschieben.</translation>
    </message>
    <message>
      <source>{0}: lies in {1}, which is not to be written: choose a folder beside it.</source>
      <translation>{0}: liegt in {1}, worin nicht geschrieben wird: Wählen Sie einen Ordner daneben.</translation>
    </message>
    <message>
      <source>{0}: names a file outside the dataset: remove its {1}.</source>
      <translation>{0}: nennt eine Datei außerhalb des Datensatzes: Entfernen Sie {1}.</translation>
    </message>
    <message>
      <source>{0}: names other images than the card beside it; restore it or train a new model.</source>
      <translation>{0}: nennt andere Bilder als die Karte daneben; stellen Sie es wieder her oder trainieren Sie ein neues Modell.</translation>
    </message>
    <message>
      <source>{0}: names {1}, a file outside the dataset: remove this journal.</source>
      <translation>{0}: nennt {1}, eine Datei außerhalb des Datensatzes: Entfernen Sie dieses Journal.</translation>
    </message>
    <message>
      <source>{0}: no image could be written, so there is no dataset.</source>
      <translation>{0}: Kein Bild konnte geschrieben werden, daher gibt es keinen Datensatz.</translation>
    </message>
    <message>
      <source>{0}: no image has anything to learn: draw objects or give tags first, or choose other labels.</source>
      <translation>{0}: Kein Bild hat etwas zu lernen: Zeichnen Sie zuerst Objekte oder vergeben Sie Tags, oder wählen Sie andere Labels.</translation>
    </message>
    <message>
      <source>{0}: no image of the set '{1}' has anything to learn: draw objects or give tags first, or choose other labels.</source>
      <translation>{0}: Kein Bild der Liste '{1}' hat etwas zu lernen: Zeichnen Sie zuerst Objekte oder vergeben Sie Tags, oder wählen Sie andere Labels.</translation>
    </message>
    <message>
      <source>{0}: no process could be started ({1}).</source>
      <translation>{0}: es ließ sich kein Prozess starten ({1}).</translation>
    </message>
    <message>
      <source>{0}: no training process could be started ({1}).</source>
      <translation>{0}: Kein Trainingsprozess konnte gestartet werden ({1}).</translation>
    </message>
    <message>
      <source>{0}: no weights could be read ({1}): name a .safetensors or .pth file.</source>
      <translation>{0}: Keine Gewichte konnten gelesen werden ({1}): Nennen Sie eine .safetensors- oder .pth-Datei.</translation>
    </message>
    <message>
      <source>{0}: none of these images is labelled: label some, then freeze them.</source>
      <translation>{0}: keines dieser Bilder ist annotiert: einige annotieren, dann einfrieren.</translation>
    </message>
    <message>
      <source>{0}: nothing there has a label that {1} knows.</source>
      <translation>{0}: Nichts dort hat ein Label, das {1} kennt.</translation>
    </message>
    <message>
      <source>{0}: process {1}{2} trains it already; stop that one first.</source>
      <translation>{0}: Prozess {1}{2} trainiert ihn bereits; halten Sie zuerst diesen an.</translation>
    </message>
    <message>
      <source>{0}: see whether it fits.</source>
      <translation>{0}: Sehen Sie nach, ob es passt.</translation>
    </message>
    <message>
      <source>{0}: suggestions cannot be kept there ({1}).</source>
      <translation>{0}: Vorschläge lassen sich dort nicht aufbewahren ({1}).</translation>
    </message>
    <message>
      <source>{0}: the built-in weights are not there: install the program again.</source>
      <translation>{0}: Die mitgelieferten Gewichte fehlen: das Programm neu installieren.</translation>
    </message>
    <message>
      <source>{0}: the file name {1} is not UTF-8: rename the file.</source>
      <translation>{0}: Der Dateiname {1} ist kein UTF-8: Benennen Sie die Datei um.</translation>
    </message>
    <message>
      <source>{0}: the image '{1}' that the model learned from is gone; put it back.</source>
      <translation>{0}: Das Bild '{1}', aus dem das Modell gelernt hat, ist fort; legen Sie es zurück.</translation>
    </message>
    <message>
      <source>{0}: the threshold is from 0 to 1, not {1}: remove the file.</source>
      <translation>{0}: Die Schwelle liegt zwischen 0 und 1, nicht bei {1}: Entfernen Sie die Datei.</translation>
    </message>
    <message>
      <source>{0}: there is no image to evaluate on; label one or choose another split.</source>
      <translation>{0}: Es gibt kein Bild zum Auswerten; annotieren Sie eines oder wählen Sie eine andere Aufteilung.</translation>
    </message>
    <message>
      <source>{0}: training needs at least two labelled images, one to check: label more.</source>
      <translation>{0}: Zum Trainieren braucht es mindestens zwei annotierte Bilder, eines zum Prüfen: Annotieren Sie mehr.</translation>
    </message>
    <message>
      <source>{0}: training needs two labelled images at least; there are {1}.</source>
      <translation>{0}: Training braucht mindestens zwei annotierte Bilder; es gibt {1}.</translation>
    </message>
    <message>
      <source>{0}: was changed by another program; reload the image before editing it further</source>
      <translation>{0}: wurde von einem anderen Programm geändert; laden Sie das Bild neu, bevor Sie weiterarbeiten</translation>
    </message>
    <message>
      <source>{0}: was made by an older program and its run is gone, so that its network cannot be built as it was trained: only the deployed one is measured.</source>
      <translation>{0}: stammt von einem älteren Programm, und sein Lauf ist nicht mehr da; das trainierte Netz lässt sich nicht nachbauen: nur das ausgelieferte wird gemessen.</translation>
    </message>
    <message>
      <source>{0}: was written by a newer Annotrain; update this one to open it.</source>
      <translation>{0}: wurde von einem neueren Annotrain geschrieben; aktualisieren Sie dieses, um es zu öffnen.</translation>
    </message>
    <message>
      <source>{0}: was written by a newer Annotrain; update this one to use it.</source>
      <translation>{0}: wurde von einem neueren Annotrain geschrieben; dieses hier aktualisieren.</translation>
    </message>
    <message>
      <source>{0}; choose copies instead of links</source>
      <translation>{0}; Kopien statt Verknüpfungen wählen</translation>
    </message>
  </context>
  <context>
    <name>DatasetActions</name>
    <message>
      <source>&amp;Delete label…</source>
      <translation>Label &amp;löschen …</translation>
    </message>
    <message>
      <source>&amp;Merge labels…</source>
      <translation>Labels &amp;zusammenführen …</translation>
    </message>
    <message>
      <source>&amp;Rename label…</source>
      <translation>Label &amp;umbenennen …</translation>
    </message>
    <message>
      <source>Dataset se&amp;ttings…</source>
      <translation>Datensatz-&amp;Einstellungen …</translation>
    </message>
    <message>
      <source>Delete &amp;small objects…</source>
      <translation>&amp;Kleine Objekte löschen …</translation>
    </message>
    <message>
      <source>Give a label another name in all images</source>
      <translation>Einem Label in allen Bildern einen anderen Namen geben</translation>
    </message>
    <message>
      <source>How pixels are counted in the XML files</source>
      <translation>Wie Pixel in den XML-Dateien gezählt werden</translation>
    </message>
    <message>
      <source>Make one label of several</source>
      <translation>Aus mehreren Labels eines machen</translation>
    </message>
    <message>
      <source>Remove a label and all its objects</source>
      <translation>Ein Label und alle seine Objekte entfernen</translation>
    </message>
    <message>
      <source>Remove the objects below a size in all images</source>
      <translation>In allen Bildern die Objekte unter einer Größe entfernen</translation>
    </message>
  </context>
  <context>
    <name>DatasetSettings</name>
    <message>
      <source>As labelImg and what comes from it write: boxes at the image's border begin at 0. Choose it where the check finds many boxes that begin at 0.</source>
      <translation>So schreiben labelImg und seine Abkömmlinge: Boxen am Bildrand beginnen bei 0. Wählen Sie es, wenn die Prüfung viele Boxen findet, die bei 0 beginnen.</translation>
    </message>
    <message>
      <source>As the VOC devkit, CVAT, Roboflow and most programs for training have it. Choose it unless you know better.</source>
      <translation>So halten es das VOC-Devkit, CVAT, Roboflow und die meisten Trainingsprogramme. Wählen Sie es, wenn nichts dagegen spricht.</translation>
    </message>
    <message>
      <source>From 0, the edges themselves: labelImg</source>
      <translation>Von 0 an, die Kanten selbst: labelImg</translation>
    </message>
    <message>
      <source>From 1, the last pixel inside: Pascal VOC</source>
      <translation>Von 1 an, das letzte Pixel innen: Pascal VOC</translation>
    </message>
    <message>
      <source>{width} × {height} pixels, {left} from the left border and {top} from the upper one</source>
      <translation>{width} × {height} Pixel, {left} vom linken Rand und {top} vom oberen</translation>
    </message>
  </context>
  <context>
    <name>DatasetSettingsDialog</name>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>How pixels are counted in the XML files</source>
      <translation>Wie Pixel in den XML-Dateien gezählt werden</translation>
    </message>
    <message>
      <source>In the file</source>
      <translation>In der Datei</translation>
    </message>
    <message>
      <source>No file is rewritten: the choice says how numbers are read and written from now on.</source>
      <translation>Keine Datei wird umgeschrieben: die Wahl sagt, wie Zahlen von nun an gelesen und geschrieben werden.</translation>
    </message>
    <message>
      <source>Read as chosen</source>
      <translation>Gelesen wie gewählt</translation>
    </message>
    <message>
      <source>Read now</source>
      <translation>Jetzt gelesen</translation>
    </message>
    <message>
      <source>Settings of {name}</source>
      <translation>Einstellungen von {name}</translation>
    </message>
  </context>
  <context>
    <name>DatasetWork</name>
    <message>
      <source>A change was cut short</source>
      <translation>Eine Änderung wurde abgebrochen</translation>
    </message>
    <message>
      <source>Every byte of before is kept, and every byte of after. What shall be done?</source>
      <translation>Jedes Byte von vorher und von nachher ist aufgehoben. Was soll geschehen?</translation>
    </message>
    <message>
      <source>Finish it</source>
      <translation>Zu Ende führen</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <source>Take it back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>“{what}” was cut short: some files are changed, some are not.</source>
      <translation>„{what}“ wurde abgebrochen: Manche Dateien sind geändert, manche nicht.</translation>
    </message>
  </context>
  <context>
    <name>DeleteLabelDialog</name>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete label</source>
      <translation>Label löschen</translation>
    </message>
    <message>
      <source>Delete label {label}</source>
      <translation>Label {label} löschen</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>The label and all its objects go. Locked objects stay. It can be undone.</source>
      <translation>Das Label und alle seine Objekte verschwinden. Gesperrte Objekte bleiben. Es lässt sich rückgängig machen.</translation>
    </message>
  </context>
  <context>
    <name>DeleteSmallDialog</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source> px²</source>
      <translation> px²</translation>
    </message>
    <message numerus="yes">
      <source>%n locked object(s) stay.</source>
      <translation>
        <numerusform>%n gesperrtes Objekt bleibt.</numerusform>
        <numerusform>%n gesperrte Objekte bleiben.</numerusform>
      </translation>
    </message>
    <message>
      <source>All labels</source>
      <translation>Alle Labels</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Fläche</translation>
    </message>
    <message>
      <source>Both sides</source>
      <translation>Beide Seiten</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete objects below {size} px</source>
      <translation>Objekte unter {size} px löschen</translation>
    </message>
    <message>
      <source>Delete small objects</source>
      <translation>Kleine Objekte löschen</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <source>One side</source>
      <translation>Eine Seite</translation>
    </message>
    <message>
      <source>Smaller than</source>
      <translation>Kleiner als</translation>
    </message>
    <message>
      <source>The objects are being measured…</source>
      <translation>Die Objekte werden vermessen …</translation>
    </message>
  </context>
  <context>
    <name>Document</name>
    <message>
      <source>Keep my edits</source>
      <translation>Meine Änderungen behalten</translation>
    </message>
    <message>
      <source>Open a dataset first.</source>
      <translation>Öffnen Sie zuerst einen Datensatz.</translation>
    </message>
    <message>
      <source>Open an image first.</source>
      <translation>Öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
      <source>The annotation is still being read: wait a moment.</source>
      <translation>Die Annotation wird noch gelesen: einen Augenblick, bitte.</translation>
    </message>
  </context>
  <context>
    <name>DriftCard</name>
    <message>
      <source>As soon as there is a model, this tells whether new images differ from those that it learned from.</source>
      <translation>Sobald es ein Modell gibt, steht hier, ob neue Bilder sich von denen unterscheiden, aus denen es gelernt hat.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Check now</source>
      <translation>Jetzt prüfen</translation>
    </message>
    <message>
      <source>Checked on {when}</source>
      <translation>Geprüft am {when}</translation>
    </message>
    <message>
      <source>Compare the newest images with those that the model in use learned from</source>
      <translation>Die neuesten Bilder mit denen vergleichen, aus denen das benutzte Modell gelernt hat</translation>
    </message>
    <message>
      <source>Drift</source>
      <translation>Drift</translation>
    </message>
    <message>
      <source>Whether the newest images differ from those that the model learned from: not checked yet.</source>
      <translation>Ob die neuesten Bilder sich von denen unterscheiden, aus denen das Modell gelernt hat: noch nicht geprüft.</translation>
    </message>
  </context>
  <context>
    <name>EditActions</name>
    <message>
      <source>Add tag…</source>
      <translation>Tag hinzufügen …</translation>
    </message>
    <message>
      <source>Ask for each label</source>
      <translation>Jedes Mal nach dem Label fragen</translation>
    </message>
    <message>
      <source>Ask for the label of each new object instead of repeating the last one</source>
      <translation>Bei jedem neuen Objekt nach dem Label fragen, statt das letzte zu wiederholen</translation>
    </message>
    <message>
      <source>Bring the selected objects one step down</source>
      <translation>Die gewählten Objekte eine Stufe nach hinten</translation>
    </message>
    <message>
      <source>Bring the selected objects one step up</source>
      <translation>Die gewählten Objekte eine Stufe nach vorn</translation>
    </message>
    <message>
      <source>Bring the selected objects over all others</source>
      <translation>Die gewählten Objekte vor alle anderen</translation>
    </message>
    <message>
      <source>Bring the selected objects under all others</source>
      <translation>Die gewählten Objekte hinter alle anderen</translation>
    </message>
    <message>
      <source>Bring to top</source>
      <translation>Ganz nach vorn</translation>
    </message>
    <message>
      <source>Change label…</source>
      <translation>Label ändern …</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy from previous image</source>
      <translation>Vom vorigen Bild kopieren</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Dissolve the group of the selected objects</source>
      <translation>Die Gruppe der gewählten Objekte auflösen</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <source>Edit text…</source>
      <translation>Text bearbeiten …</translation>
    </message>
    <message>
      <source>Give the last label</source>
      <translation>Letztes Label geben</translation>
    </message>
    <message>
      <source>Give the selected objects the label that was used last</source>
      <translation>Den gewählten Objekten das zuletzt benutzte Label geben</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppieren</translation>
    </message>
    <message>
      <source>Have the selected objects selected together from now on; Alt+click takes one alone</source>
      <translation>Die gewählten Objekte künftig gemeinsam auswählen; Alt+Klick wählt eines allein</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Hide the selected objects, or show those that are hidden</source>
      <translation>Die gewählten Objekte ausblenden oder ausgeblendete wieder zeigen</translation>
    </message>
    <message>
      <source>Label {key}</source>
      <translation>Label {key}</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <source>Lower</source>
      <translation>Nach hinten</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Protect the selected objects from the mouse and from deletion, or free them</source>
      <translation>Die gewählten Objekte vor der Maus und vor dem Löschen schützen oder wieder freigeben</translation>
    </message>
    <message>
      <source>Put a copy beside each selected object</source>
      <translation>Neben jedes gewählte Objekt eine Kopie setzen</translation>
    </message>
    <message>
      <source>Put all objects of the image before on this one</source>
      <translation>Alle Objekte des vorigen Bildes hierher übernehmen</translation>
    </message>
    <message>
      <source>Put copies of the selected objects on the clipboard, for any image or window</source>
      <translation>Die gewählten Objekte in die Zwischenablage kopieren, für jedes Bild oder Fenster</translation>
    </message>
    <message>
      <source>Put the objects of the clipboard where they were</source>
      <translation>Die Objekte der Zwischenablage an ihre Stelle setzen</translation>
    </message>
    <message>
      <source>Put the selected objects on the clipboard</source>
      <translation>Die gewählten Objekte in die Zwischenablage verschieben</translation>
    </message>
    <message>
      <source>Raise</source>
      <translation>Nach vorn</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Save now</source>
      <translation>Jetzt speichern</translation>
    </message>
    <message>
      <source>Say that the image is done and was looked at once more</source>
      <translation>Das Bild ist fertig und wurde noch einmal angesehen</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <source>Send to bottom</source>
      <translation>Ganz nach hinten</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Show all hidden objects and labels again</source>
      <translation>Alle ausgeblendeten Objekte und Labels wieder zeigen</translation>
    </message>
    <message>
      <source>Tag NG</source>
      <translation>Tag NG</translation>
    </message>
    <message>
      <source>Tag OK</source>
      <translation>Tag OK</translation>
    </message>
    <message>
      <source>Tag the image as NG (no good), instead of OK</source>
      <translation>Das Bild als NG (nicht gut) statt OK markieren</translation>
    </message>
    <message>
      <source>Tag the image as OK, instead of NG</source>
      <translation>Das Bild als OK statt NG markieren</translation>
    </message>
    <message>
      <source>Type a tag of the whole image</source>
      <translation>Ein Tag des ganzen Bildes eingeben</translation>
    </message>
    <message>
      <source>Type the characters that the object shows; Tab goes to the next object</source>
      <translation>Die Zeichen eingeben, die das Objekt zeigt; Tab geht zum nächsten Objekt</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Ungroup</source>
      <translation>Gruppierung aufheben</translation>
    </message>
  </context>
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy the details, to send them to whoever looks after the program</source>
      <translation>Die Einzelheiten kopieren, um sie der Betreuung des Programms zu schicken</translation>
    </message>
    <message>
      <source>Hide details</source>
      <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
      <source>Show details</source>
      <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <source>What was saved is safe. The log is {path}.</source>
      <translation>Was gespeichert war, ist sicher. Das Protokoll: {path}.</translation>
    </message>
  </context>
  <context>
    <name>EvaluatePage</name>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Verwechslung</translation>
    </message>
    <message>
      <source>Evaluate</source>
      <translation>Auswerten</translation>
    </message>
    <message>
      <source>Evaluation</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <source>Label errors</source>
      <translation>Annotationsfehler</translation>
    </message>
    <message>
      <source>Let the model predict these images and compare with what is labelled</source>
      <translation>Das Modell auf diesen Bildern arbeiten lassen und mit den Annotationen vergleichen</translation>
    </message>
    <message>
      <source>Mistakes</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>More images?</source>
      <translation>Mehr Bilder?</translation>
    </message>
    <message>
      <source>No annotation is probably wrong: the model doubts none of them.</source>
      <translation>Keine Annotation ist wahrscheinlich falsch: Das Modell zweifelt an keiner.</translation>
    </message>
    <message>
      <source>No mistake at this threshold.</source>
      <translation>Kein Fehler bei dieser Schwelle.</translation>
    </message>
    <message>
      <source>Nothing is measured yet: press Evaluate.</source>
      <translation>Noch ist nichts gemessen: Drücken Sie „Auswerten“.</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>The annotations, the image set or the model have changed since: evaluate again.</source>
      <translation>Annotationen, Bildliste oder Modell sind seither andere: Werten Sie neu aus.</translation>
    </message>
    <message>
      <source>The images that it is judged on</source>
      <translation>Die Bilder, an denen sie beurteilt wird</translation>
    </message>
    <message>
      <source>The model learned from some of these images: its figures flatter it.</source>
      <translation>Das Modell hat aus einigen dieser Bilder gelernt: Seine Zahlen schmeicheln ihm.</translation>
    </message>
    <message>
      <source>The model learned from these images: its figures flatter it, and it doubts fewer labels.</source>
      <translation>Das Modell hat aus diesen Bildern gelernt: Die Zahlen schmeicheln ihm, und es zweifelt an weniger Labels.</translation>
    </message>
    <message>
      <source>The model version that is judged</source>
      <translation>Die Modellversion, die beurteilt wird</translation>
    </message>
    <message>
      <source>There is no model yet</source>
      <translation>Noch gibt es kein Modell</translation>
    </message>
    <message>
      <source>Train one first; then it can be judged here.</source>
      <translation>Trainieren Sie zuerst eines; dann kann es hier beurteilt werden.</translation>
    </message>
    <message>
      <source>all labelled images</source>
      <translation>alle annotierten Bilder</translation>
    </message>
    <message>
      <source>on</source>
      <translation>auf</translation>
    </message>
  </context>
  <context>
    <name>EvaluateWords</name>
    <message>
      <source>Add the object</source>
      <translation>Objekt hinzufügen</translation>
    </message>
    <message>
      <source>An object is labelled, and the model found nothing there at this threshold.</source>
      <translation>Ein Objekt ist annotiert, und das Modell fand dort bei dieser Schwelle nichts.</translation>
    </message>
    <message>
      <source>Badly placed</source>
      <translation>Schlecht gesetzt</translation>
    </message>
    <message>
      <source>Badly placed box</source>
      <translation>Schlecht gesetzte Box</translation>
    </message>
    <message>
      <source>Change the label</source>
      <translation>Label ändern</translation>
    </message>
    <message>
      <source>Change the tags</source>
      <translation>Tags ändern</translation>
    </message>
    <message>
      <source>Correct it by hand</source>
      <translation>Von Hand berichtigen</translation>
    </message>
    <message>
      <source>Difficult</source>
      <translation>Schwierig</translation>
    </message>
    <message>
      <source>Double</source>
      <translation>Doppelt</translation>
    </message>
    <message>
      <source>False</source>
      <translation>Falsch gefunden</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Übersehen</translation>
    </message>
    <message>
      <source>Move the box</source>
      <translation>Box verschieben</translation>
    </message>
    <message>
      <source>Overlooked object</source>
      <translation>Übersehenes Objekt</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <source>Swapped label</source>
      <translation>Vertauschtes Label</translation>
    </message>
    <message>
      <source>The model found something where nothing is labelled.</source>
      <translation>Das Modell fand etwas, wo nichts annotiert ist.</translation>
    </message>
    <message>
      <source>The model found the object a second time.</source>
      <translation>Das Modell fand das Objekt ein zweites Mal.</translation>
    </message>
    <message>
      <source>The model found the object but gives it another label.</source>
      <translation>Das Modell fand das Objekt, gibt ihm aber ein anderes Label.</translation>
    </message>
    <message>
      <source>The model found the object, but its box overlaps the labelled one by less than half.</source>
      <translation>Das Modell fand das Objekt, aber seine Box deckt sich mit der annotierten um weniger als die Hälfte.</translation>
    </message>
    <message>
      <source>The model found what is labelled.</source>
      <translation>Das Modell fand, was annotiert ist.</translation>
    </message>
    <message>
      <source>The model is sure of an object here, and nothing is labelled.</source>
      <translation>Das Modell ist hier eines Objekts sicher, und nichts ist annotiert.</translation>
    </message>
    <message>
      <source>The model is sure of the object, but sees its box elsewhere.</source>
      <translation>Das Modell ist des Objekts sicher, sieht seine Box aber anderswo.</translation>
    </message>
    <message>
      <source>The model is sure that the image has other tags.</source>
      <translation>Das Modell ist sicher, dass das Bild andere Tags hat.</translation>
    </message>
    <message>
      <source>The model is sure that these pixels are something else.</source>
      <translation>Das Modell ist sicher, dass diese Pixel etwas anderes sind.</translation>
    </message>
    <message>
      <source>The model is sure that this object has another label.</source>
      <translation>Das Modell ist sicher, dass dieses Objekt ein anderes Label hat.</translation>
    </message>
    <message>
      <source>The object is marked difficult and counts neither way.</source>
      <translation>Das Objekt ist als schwierig markiert und zählt weder so noch so.</translation>
    </message>
    <message>
      <source>Wrong label</source>
      <translation>Falsches Label</translation>
    </message>
    <message>
      <source>Wrong tag</source>
      <translation>Falscher Tag</translation>
    </message>
  </context>
  <context>
    <name>Evaluating</name>
    <message>
      <source>Evaluating {model}</source>
      <translation>{model} wird ausgewertet</translation>
    </message>
    <message>
      <source>Making and measuring a smaller {model}</source>
      <translation>Ein kleineres {model} wird gemacht und gemessen</translation>
    </message>
    <message>
      <source>Measuring the time of {model}</source>
      <translation>Die Zeit von {model} wird gemessen</translation>
    </message>
    <message>
      <source>The evaluation was cancelled; nothing was kept.</source>
      <translation>Die Auswertung wurde abgebrochen; nichts wurde behalten.</translation>
    </message>
  </context>
  <context>
    <name>ExportForm</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>All images</source>
      <translation>Alle Bilder</translation>
    </message>
    <message>
      <source>Choose a new folder.</source>
      <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
      <source>Counted from 0, as labelImg</source>
      <translation>Ab 0 gezählt, wie labelImg</translation>
    </message>
    <message>
      <source>Counted from 1, as the devkit</source>
      <translation>Ab 1 gezählt, wie das Devkit</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Images without annotation too, as images without objects</source>
      <translation>Auch Bilder ohne Annotation, als Bilder ohne Objekte</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <source>Only {split}</source>
      <translation>Nur {split}</translation>
    </message>
    <message>
      <source>Pixels in XML</source>
      <translation>Pixel im XML</translation>
    </message>
    <message>
      <source>Void border</source>
      <translation>Leerer Rand</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>mixed</source>
      <translation>gemischt</translation>
    </message>
  </context>
  <context>
    <name>FigureTable</name>
    <message>
      <source>Double-click or Enter shows the images behind a row</source>
      <translation>Doppelklick oder Enter zeigt die Bilder hinter einer Zeile</translation>
    </message>
    <message>
      <source>Export the figures</source>
      <translation>Zahlen exportieren</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Anzahl</translation>
    </message>
  </context>
  <context>
    <name>FiguresView</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Best F1</source>
      <translation>Bestes F1</translation>
    </message>
    <message>
      <source>Best at</source>
      <translation>Optimum</translation>
    </message>
    <message>
      <source>Choose a row to see its curves</source>
      <translation>Wählen Sie eine Zeile, um ihre Kurven zu sehen</translation>
    </message>
    <message>
      <source>From this score on something counts as found; drag the line in the curve</source>
      <translation>Ab dieser Punktzahl gilt etwas als gefunden; die Linie in der Kurve lässt sich ziehen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>Show this version's suggestions from this threshold on</source>
      <translation>Die Vorschläge dieser Version ab dieser Schwelle zeigen</translation>
    </message>
    <message>
      <source>The threshold at which precision and recall are best balanced</source>
      <translation>Die Schwelle, an der Genauigkeit und Trefferquote am besten im Gleichgewicht sind</translation>
    </message>
    <message>
      <source>This version's suggestions are shown from {threshold} on.</source>
      <translation>Die Vorschläge dieser Version werden ab {threshold} gezeigt.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>Use for suggestions</source>
      <translation>Für Vorschläge nehmen</translation>
    </message>
  </context>
  <context>
    <name>FillTool</name>
    <message>
      <source>Click inside a hole of a mask to fill it. Shift+click fills all its holes.</source>
      <translation>In ein Loch einer Maske klicken, um es zu füllen. Umschalt+Klick füllt alle ihre Löcher.</translation>
    </message>
    <message>
      <source>Click inside a hole of the selected mask to fill it. Shift+click fills all its holes.</source>
      <translation>In ein Loch der gewählten Maske klicken, um es zu füllen. Umschalt+Klick füllt alle ihre Löcher.</translation>
    </message>
    <message>
      <source>Fill hole</source>
      <translation>Loch füllen</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Löcher füllen</translation>
    </message>
    <message>
      <source>There is no hole here: a gap in the outline lets it run out. Close it first.</source>
      <translation>Hier ist kein Loch: Eine Lücke im Umriss lässt es auslaufen. Schließen Sie sie zuerst.</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n Label</numerusform>
        <numerusform>%n Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n tag(s)</source>
      <translation>
        <numerusform>%n Tag</numerusform>
        <numerusform>%n Tags</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n verdict(s)</source>
      <translation>
        <numerusform>%n Urteil</numerusform>
        <numerusform>%n Urteile</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n version(s)</source>
      <translation>
        <numerusform>%n Version</numerusform>
        <numerusform>%n Versionen</numerusform>
      </translation>
    </message>
    <message>
      <source>All labels</source>
      <translation>Alle Labels</translation>
    </message>
    <message>
      <source>All versions</source>
      <translation>Alle Versionen</translation>
    </message>
    <message>
      <source>Any tags</source>
      <translation>Alle Tags</translation>
    </message>
    <message>
      <source>Any verdict</source>
      <translation>Jedes Urteil</translation>
    </message>
    <message>
      <source>Ask for everything again</source>
      <translation>Wieder nach allem fragen</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Common or rare</source>
      <translation>Häufig oder selten</translation>
    </message>
    <message>
      <source>Images with one of the tags {tags}</source>
      <translation>Bilder mit einem der Tags {tags}</translation>
    </message>
    <message>
      <source>Labels that are suggested</source>
      <translation>Labels, die vorgeschlagen sind</translation>
    </message>
    <message>
      <source>On fewer than {count} images</source>
      <translation>Auf weniger als {count} Bildern</translation>
    </message>
    <message>
      <source>On how many images the label is drawn</source>
      <translation>Auf wie vielen Bildern das Label gezeichnet ist</translation>
    </message>
    <message>
      <source>So many images</source>
      <translation>So viele Bilder</translation>
    </message>
    <message>
      <source>Tags of the image, one of which it must have</source>
      <translation>Tags des Bildes, von denen es einen haben muss</translation>
    </message>
    <message>
      <source>Versions that suggest</source>
      <translation>Versionen, die vorschlagen</translation>
    </message>
    <message>
      <source>What stands in a row</source>
      <translation>Was in einer Zeile steht</translation>
    </message>
    <message>
      <source>What was said of them</source>
      <translation>Was von ihnen gesagt wurde</translation>
    </message>
    <message>
      <source>When a label is rare, and which tags mark staged images…</source>
      <translation>Wann ein Label selten ist, und welche Tags gestellte Bilder haben …</translation>
    </message>
  </context>
  <context>
    <name>FindingCard</name>
    <message>
      <source>Done</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>IoU {overlap}</source>
      <translation>IoU {overlap}</translation>
    </message>
    <message>
      <source>Open the image</source>
      <translation>Bild öffnen</translation>
    </message>
    <message>
      <source>Show it on the annotate page, the object selected (Enter)</source>
      <translation>Auf der Seite „Annotieren“ zeigen, das Objekt ausgewählt (Enter)</translation>
    </message>
    <message>
      <source>Take over what the model says; Undo on the image takes it back</source>
      <translation>Übernehmen, was das Modell sagt; „Rückgängig“ am Bild nimmt es zurück</translation>
    </message>
    <message>
      <source>doubt {doubt}</source>
      <translation>Zweifel {doubt}</translation>
    </message>
    <message>
      <source>score {score}</source>
      <translation>Wert {score}</translation>
    </message>
  </context>
  <context>
    <name>Findings</name>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
  </context>
  <context>
    <name>FindingsView</name>
    <message>
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <source>All labels</source>
      <translation>Alle Labels</translation>
    </message>
    <message>
      <source>Kinds that are shown</source>
      <translation>Arten, die gezeigt werden</translation>
    </message>
    <message>
      <source>Labels that are shown</source>
      <translation>Labels, die gezeigt werden</translation>
    </message>
    <message>
      <source>found</source>
      <translation>gefunden</translation>
    </message>
    <message>
      <source>labelled</source>
      <translation>annotiert</translation>
    </message>
  </context>
  <context>
    <name>FivePictures</name>
    <message>
      <source>{found} found of {count}</source>
      <translation>{found} von {count} gefunden</translation>
    </message>
  </context>
  <context>
    <name>FollowedRun</name>
    <message>
      <source>{file} of this run cannot be read ({reason}).</source>
      <translation>{file} dieses Laufs lässt sich nicht lesen ({reason}).</translation>
    </message>
  </context>
  <context>
    <name>Form</name>
    <message>
      <source>Choose the source and a new folder.</source>
      <translation>Wählen Sie die Quelle und einen neuen Ordner.</translation>
    </message>
    <message>
      <source>Link the images instead of copying them</source>
      <translation>Bilder verknüpfen statt kopieren</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <source>Takes no space where the disk can link; a program that changes an image in place changes both</source>
      <translation>Braucht keinen Platz, wo das Laufwerk verknüpfen kann; ein Programm, das ein Bild an Ort und Stelle ändert, ändert beide</translation>
    </message>
  </context>
  <context>
    <name>GalleryPage</name>
    <message>
      <source>By name</source>
      <translation>Nach Namen</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>Nach Zustand</translation>
    </message>
    <message>
      <source>Draw the objects on the thumbnails</source>
      <translation>Die Objekte auf die Vorschaubilder zeichnen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Most objects first</source>
      <translation>Meiste Objekte zuerst</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <source>No image matches this search.
Empty the line to see all of them.</source>
      <translation>Kein Bild passt zu dieser Suche.
Leeren Sie die Zeile, um alle zu sehen.</translation>
    </message>
    <message>
      <source>Open a folder to see its images.</source>
      <translation>Öffnen Sie einen Ordner, um seine Bilder zu sehen.</translation>
    </message>
    <message>
      <source>Tags: {tags}</source>
      <translation>Tags: {tags}</translation>
    </message>
    <message>
      <source>The order of the images</source>
      <translation>Die Reihenfolge der Bilder</translation>
    </message>
    <message>
      <source>The size of the thumbnails</source>
      <translation>Die Größe der Vorschaubilder</translation>
    </message>
    <message>
      <source>The size of the thumbnails (Ctrl and the wheel)</source>
      <translation>Die Größe der Vorschaubilder (Strg und Rad)</translation>
    </message>
    <message>
      <source>{shown} of {total} images</source>
      <translation>{shown} von {total} Bildern</translation>
    </message>
    <message>
      <source>{total} images</source>
      <translation>{total} Bilder</translation>
    </message>
  </context>
  <context>
    <name>GhostSurface</name>
    <message>
      <source>A suggestion. Enter accepts, {keys} rejects. Drag to correct it, double-click to change its label.</source>
      <translation>Ein Vorschlag. Eingabe nimmt an, {keys} lehnt ab. Ziehen berichtigt ihn, Doppelklick ändert sein Label.</translation>
    </message>
    <message>
      <source>Drag to correct the suggestion: it is yours then.</source>
      <translation>Ziehen berichtigt den Vorschlag: Er gehört dann Ihnen.</translation>
    </message>
  </context>
  <context>
    <name>GrabCutTool</name>
    <message>
      <source>Cut out of a box</source>
      <translation>Aus einer Box ausschneiden</translation>
    </message>
    <message>
      <source>Cutting out…</source>
      <translation>Schneide aus …</translation>
    </message>
    <message>
      <source>Drag a box closely round the object: what is inside is cut out.</source>
      <translation>Eine Box eng um das Objekt ziehen: Was darin liegt, wird ausgeschnitten.</translation>
    </message>
    <message>
      <source>Enter accepts. Paint over what is missing; with Shift or the right button over what is too much.</source>
      <translation>Enter nimmt an. Fehlendes übermalen; mit Umschalt oder rechter Taste, was zu viel ist.</translation>
    </message>
    <message>
      <source>Release or click to cut out what is inside, Esc cancels.</source>
      <translation>Loslassen oder klicken schneidet aus, was darin liegt, Esc bricht ab.</translation>
    </message>
  </context>
  <context>
    <name>HoverSurface</name>
    <message>
      <source>The outline crosses itself: the red edges.</source>
      <translation>Der Umriss kreuzt sich selbst: die roten Kanten.</translation>
    </message>
    <message>
      <source>This object is locked. Select it in the list of objects to unlock it.</source>
      <translation>Dieses Objekt ist gesperrt. Wählen Sie es in der Objektliste, um es zu entsperren.</translation>
    </message>
  </context>
  <context>
    <name>ImageActions</name>
    <message>
      <source>Next image</source>
      <translation>Nächstes Bild</translation>
    </message>
    <message>
      <source>Next image in work</source>
      <translation>Nächstes Bild in Arbeit</translation>
    </message>
    <message>
      <source>Next image to check</source>
      <translation>Nächstes zu prüfendes Bild</translation>
    </message>
    <message>
      <source>Next unlabelled image</source>
      <translation>Nächstes nicht annotiertes Bild</translation>
    </message>
    <message>
      <source>Open the next image of the list that has no annotation yet</source>
      <translation>Das nächste Bild der Liste ohne Annotation öffnen</translation>
    </message>
    <message>
      <source>Open the next image of the list that is done and not checked yet</source>
      <translation>Das nächste Bild der Liste öffnen, das fertig, aber nicht geprüft ist</translation>
    </message>
    <message>
      <source>Open the next image of the list that is not done</source>
      <translation>Das nächste Bild der Liste öffnen, das nicht fertig ist</translation>
    </message>
    <message>
      <source>Previous image</source>
      <translation>Voriges Bild</translation>
    </message>
    <message>
      <source>Search Images</source>
      <translation>Bilder suchen</translation>
    </message>
    <message>
      <source>Show only the images that you look for</source>
      <translation>Nur die gesuchten Bilder zeigen</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Fertig</translation>
    </message>
  </context>
  <context>
    <name>ImageListModel</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) to review</source>
      <translation>
        <numerusform>%n Vorschlag zu prüfen</numerusform>
        <numerusform>%n Vorschläge zu prüfen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImageListPanel</name>
    <message>
      <source>, {shown} shown</source>
      <translation>, {shown} gezeigt</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>No image matches this search.</source>
      <translation>Kein Bild passt zu dieser Suche.</translation>
    </message>
    <message>
      <source>{labelled} of {total} labelled</source>
      <translation>{labelled} von {total} annotiert</translation>
    </message>
  </context>
  <context>
    <name>ImageMarks</name>
    <message>
      <source>Mark as checked</source>
      <translation>Als geprüft markieren</translation>
    </message>
    <message>
      <source>Mark as done</source>
      <translation>Als fertig markieren</translation>
    </message>
    <message>
      <source>Remove tag {tag}</source>
      <translation>Tag {tag} entfernen</translation>
    </message>
    <message>
      <source>Tag {tag}</source>
      <translation>Tag {tag} geben</translation>
    </message>
    <message>
      <source>Take back 'checked'</source>
      <translation>„Geprüft“ zurücknehmen</translation>
    </message>
    <message>
      <source>Take back 'done'</source>
      <translation>„Fertig“ zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>ImageWalk</name>
    <message>
      <source>Another program has changed this image's annotation: it was read anew.</source>
      <translation>Ein anderes Programm hat die Annotation dieses Bildes geändert: Sie wurde neu gelesen.</translation>
    </message>
    <message>
      <source>No other image of the list is in the state '{state}'.</source>
      <translation>Kein anderes Bild der Liste ist im Zustand „{state}“.</translation>
    </message>
    <message>
      <source>Reading the annotation…</source>
      <translation>Die Annotation wird gelesen …</translation>
    </message>
    <message>
      <source>This is the first image.</source>
      <translation>Dies ist das erste Bild.</translation>
    </message>
    <message>
      <source>This is the last image.</source>
      <translation>Dies ist das letzte Bild.</translation>
    </message>
  </context>
  <context>
    <name>ImportForm</name>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Found out by itself</source>
      <translation>Wird von selbst erkannt</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
  </context>
  <context>
    <name>Int8Process</name>
    <message>
      <source>No process could be started: {reason}</source>
      <translation>Es konnte kein Prozess gestartet werden: {reason}</translation>
    </message>
    <message>
      <source>The process ended without a word.</source>
      <translation>Der Prozess endete ohne ein Wort.</translation>
    </message>
  </context>
  <context>
    <name>Interchange</name>
    <message>
      <source>A JSON file beside each image, without the picture in it.</source>
      <translation>Eine JSON-Datei neben jedem Bild, ohne das Bild darin.</translation>
    </message>
    <message>
      <source>Boxes and points stay in the XML alone: they say nothing of pixels</source>
      <translation>Boxen und Punkte bleiben nur im XML: Sie sagen nichts über Pixel</translation>
    </message>
    <message>
      <source>Boxes become outlines of four corners</source>
      <translation>Boxen werden zu Umrissen mit vier Ecken</translation>
    </message>
    <message>
      <source>Boxes with fractions of pixels are rounded outwards to whole pixels</source>
      <translation>Boxen mit Bruchteilen von Pixeln werden nach außen auf ganze gerundet</translation>
    </message>
    <message>
      <source>COCO</source>
      <translation>COCO</translation>
    </message>
    <message>
      <source>Images lose that they are done or checked</source>
      <translation>Bilder verlieren, dass sie fertig oder geprüft sind</translation>
    </message>
    <message>
      <source>Images lose their tags</source>
      <translation>Bilder verlieren ihre Tags</translation>
    </message>
    <message>
      <source>Images without annotation are left out: readers take them for empty ones</source>
      <translation>Bilder ohne Annotation werden ausgelassen: Leser hielten sie für leere</translation>
    </message>
    <message>
      <source>JPEGImages/, Annotations/ and ImageSets/: this program's own format, a copy.</source>
      <translation>JPEGImages/, Annotations/ und ImageSets/: das eigene Format dieses Programms, eine Kopie.</translation>
    </message>
    <message>
      <source>Lists of single labels in ImageSets/Main are left out</source>
      <translation>Listen einzelner Labels in ImageSets/Main werden ausgelassen</translation>
    </message>
    <message>
      <source>Masks become outlines along their pixels</source>
      <translation>Masken werden zu Umrissen entlang ihrer Pixel</translation>
    </message>
    <message>
      <source>Masks become their boxes</source>
      <translation>Masken werden zu ihren Boxen</translation>
    </message>
    <message>
      <source>Masks with holes or several parts become one outline with cuts between them</source>
      <translation>Masken mit Löchern oder mehreren Teilen werden zu einem Umriss mit Schnitten dazwischen</translation>
    </message>
    <message>
      <source>Objects lose attributes, such as texts, groups and locks</source>
      <translation>Objekte verlieren Attribute wie Texte, Gruppen und Sperren</translation>
    </message>
    <message>
      <source>Objects lose that they are difficult, truncated or occluded, or their pose</source>
      <translation>Objekte verlieren, dass sie schwierig, abgeschnitten oder verdeckt sind, oder ihre Pose</translation>
    </message>
    <message>
      <source>Objects lose the angle that they were turned by; their corners stay</source>
      <translation>Objekte verlieren den Winkel ihrer Drehung; ihre Ecken bleiben</translation>
    </message>
    <message>
      <source>Objects that others cover in part are cut in the PNGs</source>
      <translation>Objekte, die andere teils verdecken, sind in den PNGs beschnitten</translation>
    </message>
    <message>
      <source>Pascal VOC</source>
      <translation>Pascal VOC</translation>
    </message>
    <message>
      <source>Pascal VOC with mask PNGs</source>
      <translation>Pascal VOC mit Masken-PNGs</translation>
    </message>
    <message>
      <source>Paths become masks of the pixels that they cover</source>
      <translation>Pfade werden zu Masken der Pixel, die sie bedecken</translation>
    </message>
    <message>
      <source>Paths become outlines of the pixels that they cover</source>
      <translation>Pfade werden zu Umrissen der Pixel, die sie bedecken</translation>
    </message>
    <message>
      <source>Paths become their boxes</source>
      <translation>Pfade werden zu ihren Boxen</translation>
    </message>
    <message>
      <source>Points are left out</source>
      <translation>Punkte werden ausgelassen</translation>
    </message>
    <message>
      <source>Polygons become their boxes</source>
      <translation>Polygone werden zu ihren Boxen</translation>
    </message>
    <message>
      <source>Polygons, masks and paths become the smallest rotated boxes around them</source>
      <translation>Polygone, Masken und Pfade werden zu den kleinsten gedrehten Boxen darum</translation>
    </message>
    <message>
      <source>Rotated boxes become upright ones around them</source>
      <translation>Gedrehte Boxen werden zu aufrechten darum</translation>
    </message>
    <message>
      <source>Splits are left out</source>
      <translation>Aufteilungen werden ausgelassen</translation>
    </message>
    <message>
      <source>The same with SegmentationClass/ and SegmentationObject/ in Pascal VOC's colours.</source>
      <translation>Dasselbe mit SegmentationClass/ und SegmentationObject/ in den Farben von Pascal VOC.</translation>
    </message>
    <message>
      <source>What lies outside of the image is left out</source>
      <translation>Was außerhalb des Bildes liegt, entfällt</translation>
    </message>
    <message>
      <source>What reaches out of the image is cut at its border</source>
      <translation>Was aus dem Bild hinausragt, wird an seinem Rand abgeschnitten</translation>
    </message>
    <message>
      <source>YOLO, boxes</source>
      <translation>YOLO, Boxen</translation>
    </message>
    <message>
      <source>YOLO, outlines (segmentation)</source>
      <translation>YOLO, Umrisse (Segmentierung)</translation>
    </message>
    <message>
      <source>YOLO, rotated boxes (OBB)</source>
      <translation>YOLO, gedrehte Boxen (OBB)</translation>
    </message>
    <message>
      <source>images/ and annotations/instances_SPLIT.json; masks as run lengths, attributes as CVAT has them.</source>
      <translation>images/ und annotations/instances_SPLIT.json; Masken als Lauflängen, Attribute wie bei CVAT.</translation>
    </message>
    <message>
      <source>images/, labels/ and data.yaml; every object as four corners.</source>
      <translation>images/, labels/ und data.yaml; jedes Objekt als vier Ecken.</translation>
    </message>
    <message>
      <source>images/, labels/ and data.yaml; every object as its upright box.</source>
      <translation>images/, labels/ und data.yaml; jedes Objekt als seine aufrechte Box.</translation>
    </message>
    <message>
      <source>images/, labels/ and data.yaml; every object as one outline.</source>
      <translation>images/, labels/ und data.yaml; jedes Objekt als ein Umriss.</translation>
    </message>
    <message>
      <source>labelme</source>
      <translation>labelme</translation>
    </message>
  </context>
  <context>
    <name>InterchangeActions</name>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren …</translation>
    </message>
    <message>
      <source>&amp;Import…</source>
      <translation>&amp;Importieren …</translation>
    </message>
    <message>
      <source>&amp;Merge datasets…</source>
      <translation>Datensätze &amp;zusammenführen …</translation>
    </message>
    <message>
      <source>&amp;Resize dataset…</source>
      <translation>Datensatz &amp;verkleinern …</translation>
    </message>
    <message>
      <source>Make a new project with smaller images and everything drawn on them</source>
      <translation>Ein neues Projekt mit kleineren Bildern und allem Gezeichneten anlegen</translation>
    </message>
    <message>
      <source>Make a project of a COCO, YOLO, labelme or Pascal VOC dataset</source>
      <translation>Aus einem COCO-, YOLO-, labelme- oder Pascal-VOC-Datensatz ein Projekt machen</translation>
    </message>
    <message>
      <source>Make one new project of several datasets</source>
      <translation>Aus mehreren Datensätzen ein neues Projekt machen</translation>
    </message>
    <message>
      <source>Write this project as COCO, YOLO, labelme or Pascal VOC with mask PNGs</source>
      <translation>Dieses Projekt als COCO, YOLO, labelme oder Pascal VOC mit Masken-PNGs schreiben</translation>
    </message>
  </context>
  <context>
    <name>InterchangeDialog</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n Label</numerusform>
        <numerusform>%n Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>Wird abgebrochen …</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Found: {format}. The new dataset will have {what}.</source>
      <translation>Gefunden: {format}. Der neue Datensatz wird {what} haben.</translation>
    </message>
    <message>
      <source>Open as project</source>
      <translation>Als Projekt öffnen</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Lese …</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>The new folder must not lie in the source, which is never written.</source>
      <translation>Der neue Ordner darf nicht in der Quelle liegen, die nie beschrieben wird.</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Schreibe …</translation>
    </message>
    <message>
      <source>{target} is there already and not empty: choose a new folder.</source>
      <translation>{target} gibt es schon, und er ist nicht leer: Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
      <source>{target} was written: {what}.</source>
      <translation>{target} wurde geschrieben: {what}.</translation>
    </message>
  </context>
  <context>
    <name>InterchangeForms</name>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export anyway</source>
      <translation>Trotzdem exportieren</translation>
    </message>
    <message>
      <source>Export the dataset</source>
      <translation>Datensatz exportieren</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Import a dataset</source>
      <translation>Datensatz importieren</translation>
    </message>
    <message>
      <source>Import anyway</source>
      <translation>Trotzdem importieren</translation>
    </message>
    <message>
      <source>Makes a new project of a COCO, YOLO, labelme or Pascal VOC dataset. The source is only read.</source>
      <translation>Macht ein neues Projekt aus einem COCO-, YOLO-, labelme- oder Pascal-VOC-Datensatz. Die Quelle wird nur gelesen.</translation>
    </message>
    <message>
      <source>Makes a new project with smaller images; boxes, polygons, paths and masks are made smaller with them. The source is only read. Images that fit already are copied as they are.</source>
      <translation>Macht ein neues Projekt mit kleineren Bildern; Boxen, Polygone, Pfade und Masken werden mit verkleinert. Die Quelle wird nur gelesen. Bilder, die schon passen, werden kopiert, wie sie sind.</translation>
    </message>
    <message>
      <source>Makes one new project of several datasets of any format. The same picture is taken once; another picture of the same name is renamed. Splits stay, labels are united.</source>
      <translation>Macht aus mehreren Datensätzen beliebiger Formate ein neues Projekt. Dasselbe Bild wird einmal genommen; ein anderes Bild gleichen Namens wird umbenannt. Aufteilungen bleiben, Labels werden vereint.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge anyway</source>
      <translation>Trotzdem zusammenführen</translation>
    </message>
    <message>
      <source>Merge datasets</source>
      <translation>Datensätze zusammenführen</translation>
    </message>
    <message>
      <source>Resize</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Resize a dataset</source>
      <translation>Datensatz verkleinern</translation>
    </message>
    <message>
      <source>Resize anyway</source>
      <translation>Trotzdem verkleinern</translation>
    </message>
    <message>
      <source>Writes the open project in another program's format into a new folder.</source>
      <translation>Schreibt das offene Projekt im Format eines anderen Programms in einen neuen Ordner.</translation>
    </message>
  </context>
  <context>
    <name>KindList</name>
    <message>
      <source>All problems</source>
      <translation>Alle Probleme</translation>
    </message>
    <message>
      <source>Kinds of problem</source>
      <translation>Arten von Problemen</translation>
    </message>
  </context>
  <context>
    <name>LabelChoice</name>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>The labels that are learned; the objects of all others are passed over</source>
      <translation>Die Labels, die gelernt werden; die Objekte aller anderen werden übergangen</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>{count} of {all}: {names}</source>
      <translation>{count} von {all}: {names}</translation>
    </message>
  </context>
  <context>
    <name>LabelMapping</name>
    <message numerus="yes">
      <source>%n name(s) of the model are not among this project's labels. Choose what each is called here; accepting one under a new name adds that label.</source>
      <translation>
        <numerusform>%n Name des Modells ist kein Label dieses Projekts. Wählen Sie, wie er hier heißt; wird einer unter neuem Namen angenommen, kommt das Label hinzu.</numerusform>
        <numerusform>%n Namen des Modells sind keine Labels dieses Projekts. Wählen Sie, wie sie hier heißen; wird einer unter neuem Namen angenommen, kommt das Label hinzu.</numerusform>
      </translation>
    </message>
    <message>
      <source>All names are among this project's labels.</source>
      <translation>Alle Namen sind Labels dieses Projekts.</translation>
    </message>
    <message>
      <source>From score</source>
      <translation>Ab Sicherheit</translation>
    </message>
    <message>
      <source>From what score on a label is kept that has no score of its own</source>
      <translation>Ab welcher Sicherheit ein Label ohne eigenen Wert behalten wird</translation>
    </message>
    <message>
      <source>From what score on {label} is kept</source>
      <translation>Ab welcher Sicherheit {label} behalten wird</translation>
    </message>
    <message>
      <source>Here it is called</source>
      <translation>Hier heißt es</translation>
    </message>
    <message>
      <source>The model says</source>
      <translation>Das Modell sagt</translation>
    </message>
    <message>
      <source>What {label} is called in this project</source>
      <translation>Wie {label} in diesem Projekt heißt</translation>
    </message>
    <message>
      <source>all labels</source>
      <translation>alle Labels</translation>
    </message>
    <message>
      <source>leave out</source>
      <translation>weglassen</translation>
    </message>
    <message>
      <source>{name} (new here)</source>
      <translation>{name} (hier neu)</translation>
    </message>
  </context>
  <context>
    <name>LabelPanel</name>
    <message>
      <source>Add a label, then Enter</source>
      <translation>Label eingeben, dann Enter</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
  </context>
  <context>
    <name>LabelPopup</name>
    <message>
      <source>Label, then Enter</source>
      <translation>Label, dann Enter</translation>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>Change label</source>
      <translation>Label ändern</translation>
    </message>
  </context>
  <context>
    <name>LearningFields</name>
    <message>
      <source> epochs</source>
      <translation> Epochen</translation>
    </message>
    <message>
      <source> steps</source>
      <translation> Schritte</translation>
    </message>
    <message>
      <source>Averaging</source>
      <translation>Mittelung</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Stapelgröße</translation>
    </message>
    <message>
      <source>Each label is weighted by how seldom it is, so that common ones do not drown it</source>
      <translation>Jedes Label wiegt umso mehr, je seltener es ist, damit häufige es nicht übertönen</translation>
    </message>
    <message>
      <source>End when the best metric has not grown for so many epochs</source>
      <translation>Enden, wenn der beste Wert so viele Epochen lang nicht gestiegen ist</translation>
    </message>
    <message>
      <source>Fit anchors to the boxes</source>
      <translation>Anker an die Rahmen anpassen</translation>
    </message>
    <message>
      <source>How far each step moves the weights</source>
      <translation>Wie weit jeder Schritt die Gewichte bewegt</translation>
    </message>
    <message>
      <source>How many images each step learns from; fewer need less memory</source>
      <translation>Aus wie vielen Bildern jeder Schritt lernt; weniger brauchen weniger Speicher</translation>
    </message>
    <message>
      <source>How often an epoch shows each image, each time varied anew</source>
      <translation>Wie oft eine Epoche jedes Bild zeigt, jedes Mal neu abgewandelt</translation>
    </message>
    <message>
      <source>How strongly weights are pulled to nothing; more of it against learning by heart</source>
      <translation>Wie stark Gewichte gegen null gezogen werden; mehr davon gegen Auswendiglernen</translation>
    </message>
    <message>
      <source>Labels on fewer training images than this are left out</source>
      <translation>Labels auf weniger Trainingsbildern als diesen werden ausgelassen</translation>
    </message>
    <message>
      <source>Learn from</source>
      <translation>Lernen aus</translation>
    </message>
    <message>
      <source>Learn from this share of the training images only, to see what more of them would bring</source>
      <translation>Nur aus diesem Anteil der Trainingsbilder lernen, um zu sehen, was mehr davon brächten</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Least images</source>
      <translation>Mindestbilder</translation>
    </message>
    <message>
      <source>Only to try something: marked as such, and its model is never published</source>
      <translation>Nur zum Ausprobieren: so gekennzeichnet, und sein Modell wird nie veröffentlicht</translation>
    </message>
    <message>
      <source>Over so many steps the rate grows from nothing, so that the first ones spoil nothing</source>
      <translation>Über so viele Schritte wächst die Rate von null an, damit die ersten nichts verderben</translation>
    </message>
    <message>
      <source>Rare labels count more</source>
      <translation>Seltene Labels zählen mehr</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Wiederholungen</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startzahl</translation>
    </message>
    <message>
      <source>Share of images</source>
      <translation>Anteil der Bilder</translation>
    </message>
    <message>
      <source>Stop early</source>
      <translation>Früh enden</translation>
    </message>
    <message>
      <source>The list in ImageSets/Main that the run is measured on</source>
      <translation>Die Liste in ImageSets/Main, an der der Lauf gemessen wird</translation>
    </message>
    <message>
      <source>The list in ImageSets/Main that the run learns from</source>
      <translation>Die Liste in ImageSets/Main, aus der der Lauf lernt</translation>
    </message>
    <message>
      <source>The network's guesses of sizes come from the dataset's own boxes (k-means)</source>
      <translation>Die Größen, von denen das Netz ausgeht, kommen aus den eigenen Rahmen des Datensatzes (k-Means)</translation>
    </message>
    <message>
      <source>The published weights are a moving average that keeps this share each step; 0 is none</source>
      <translation>Die veröffentlichten Gewichte sind ein gleitendes Mittel, das je Schritt diesen Anteil behält; 0 ist keines</translation>
    </message>
    <message>
      <source>The same seed gives the same order and the same variation of the images</source>
      <translation>Dieselbe Startzahl ergibt dieselbe Reihenfolge und dieselbe Abwandlung der Bilder</translation>
    </message>
    <message>
      <source>Throw-away run</source>
      <translation>Wegwerflauf</translation>
    </message>
    <message>
      <source>Validate on</source>
      <translation>Prüfen an</translation>
    </message>
    <message>
      <source>Warm-up</source>
      <translation>Anlauf</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Gewichtsabnahme</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
  </context>
  <context>
    <name>Levels</name>
    <message>
      <source>Drag the marks: what lies left of the first is black, right of the second white</source>
      <translation>Die Marken ziehen: Links der ersten ist alles schwarz, rechts der zweiten weiß</translation>
    </message>
  </context>
  <context>
    <name>LoadBar</name>
    <message>
      <source>Graphics</source>
      <translation>Grafik</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>of these the training: {share}</source>
      <translation>davon das Training: {share}</translation>
    </message>
    <message>
      <source>{used} of {total} GB</source>
      <translation>{used} von {total} GB</translation>
    </message>
  </context>
  <context>
    <name>LogView</name>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n Stelle</numerusform>
        <numerusform>%n Stellen</numerusform>
      </translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>Mitlaufen</translation>
    </message>
    <message>
      <source>Search the log</source>
      <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
      <source>Stay at the end while the run goes on</source>
      <translation>Am Ende bleiben, solange der Lauf weitergeht</translation>
    </message>
    <message>
      <source>The next place (Enter)</source>
      <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
      <source>The place before (Shift+Enter)</source>
      <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
      <source>What the run says appears here.</source>
      <translation>Hier erscheint, was der Lauf meldet.</translation>
    </message>
    <message>
      <source>{place} of {count}</source>
      <translation>{place} von {count}</translation>
    </message>
  </context>
  <context>
    <name>LogWords</name>
    <message>
      <source>Epoch {epoch} of {epochs}: {figures} ({time})</source>
      <translation>Epoche {epoch} von {epochs}: {figures} ({time})</translation>
    </message>
    <message>
      <source>Finished; a throw-away run publishes nothing.</source>
      <translation>Fertig; ein Wegwerflauf veröffentlicht nichts.</translation>
    </message>
    <message>
      <source>Finished; the model is {model}.</source>
      <translation>Fertig; das Modell ist {model}.</translation>
    </message>
    <message>
      <source>Going on after step {step}; {device}.</source>
      <translation>Weiter nach Schritt {step}; {device}.</translation>
    </message>
    <message>
      <source>Learning {labels} from {images} images, validating on {val}; {device}.</source>
      <translation>Lerne {labels} aus {images} Bildern, validiere auf {val}; {device}.</translation>
    </message>
    <message>
      <source>Not enough memory: going on with {count} images a step, at a learning rate lowered alike.</source>
      <translation>Zu wenig Speicher: weiter mit {count} Bildern je Schritt und entsprechend kleinerer Lernrate.</translation>
    </message>
    <message>
      <source>Paused; it goes on from here.</source>
      <translation>Angehalten; er geht von hier weiter.</translation>
    </message>
    <message>
      <source>Paused; it goes on from its last checkpoint.</source>
      <translation>Angehalten; er geht von seinem letzten Sicherungspunkt weiter.</translation>
    </message>
    <message>
      <source>Stopped while it was paused.</source>
      <translation>Gestoppt, während er angehalten war.</translation>
    </message>
    <message>
      <source>Stopped; it can go on from here.</source>
      <translation>Gestoppt; er kann von hier weitergehen.</translation>
    </message>
    <message>
      <source>Stopped; it can go on from its last checkpoint.</source>
      <translation>Gestoppt; er kann von seinem letzten Sicherungspunkt weitergehen.</translation>
    </message>
    <message>
      <source>The gradient is {loss} at step {step}, which these images gave: {names}.</source>
      <translation>Der Gradient ist {loss} bei Schritt {step}; das haben diese Bilder ergeben: {names}.</translation>
    </message>
    <message>
      <source>The loss is {loss} at step {step}, which these images gave: {names}.</source>
      <translation>Der Verlust ist {loss} bei Schritt {step}; diese Bilder ergaben ihn: {names}.</translation>
    </message>
    <message>
      <source>training loss {loss}</source>
      <translation>Trainingsverlust {loss}</translation>
    </message>
    <message>
      <source>validation loss {loss}</source>
      <translation>Validierungsverlust {loss}</translation>
    </message>
  </context>
  <context>
    <name>MachineFields</name>
    <message>
      <source> min</source>
      <translation> min</translation>
    </message>
    <message>
      <source>32 bits</source>
      <translation>32 Bit</translation>
    </message>
    <message>
      <source>Apple graphics chip</source>
      <translation>Apple-Grafikchip</translation>
    </message>
    <message>
      <source>Best there is</source>
      <translation>Das beste vorhandene</translation>
    </message>
    <message>
      <source>Channels last</source>
      <translation>Kanäle zuletzt</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Half precision is quicker on graphics cards and needs half of the memory</source>
      <translation>Halbe Genauigkeit ist auf Grafikkarten schneller und braucht den halben Speicher</translation>
    </message>
    <message>
      <source>How many processes share each batch; more than one for several graphics cards</source>
      <translation>Wie viele Prozesse sich jeden Stapel teilen; mehr als einer bei mehreren Grafikkarten</translation>
    </message>
    <message>
      <source>How many processor threads compute</source>
      <translation>Wie viele Prozessor-Threads rechnen</translation>
    </message>
    <message>
      <source>How many threads make the pictures ready</source>
      <translation>Wie viele Threads die Bilder vorbereiten</translation>
    </message>
    <message>
      <source>How much memory decoded pictures may take</source>
      <translation>Wie viel Speicher dekodierte Bilder belegen dürfen</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>NVIDIA graphics card</source>
      <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
      <source>Pixels lie in memory with their colours together: quicker for most networks</source>
      <translation>Pixel liegen mit ihren Farben beisammen im Speicher: für die meisten Netze schneller</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Prozesse</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>Readers</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>The curves are written to the run's folder for TensorBoard as well</source>
      <translation>Die Kurven werden auch für TensorBoard in den Ordner des Laufs geschrieben</translation>
    </message>
    <message>
      <source>The run ends in good order when this time is up</source>
      <translation>Der Lauf endet geordnet, wenn diese Zeit um ist</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Time limit</source>
      <translation>Zeitgrenze</translation>
    </message>
    <message>
      <source>What computes</source>
      <translation>Was rechnet</translation>
    </message>
    <message>
      <source>What suits the device</source>
      <translation>Was zum Gerät passt</translation>
    </message>
    <message>
      <source>Write TensorBoard files</source>
      <translation>TensorBoard-Dateien schreiben</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>bfloat16, mixed</source>
      <translation>bfloat16, gemischt</translation>
    </message>
    <message>
      <source>float16, mixed</source>
      <translation>float16, gemischt</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>keine Grenze</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>&amp;Annotate</source>
      <translation>&amp;Annotieren</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Trainieren</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>Annotieren</translation>
    </message>
    <message>
      <source>Draw and correct annotations</source>
      <translation>Annotationen zeichnen und berichtigen</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Open &amp;recent</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Start training and watch it</source>
      <translation>Training starten und beobachten</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
  </context>
  <context>
    <name>MarkingBar</name>
    <message numerus="yes">
      <source>%n image(s) selected</source>
      <translation>
        <numerusform>%n Bild gewählt</numerusform>
        <numerusform>%n Bilder gewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>Double-click or Enter opens an image; Ctrl and Shift select several.</source>
      <translation>Doppelklick oder Enter öffnet ein Bild; Strg und Umschalt wählen mehrere.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open the image to draw on it (Enter)</source>
      <translation>Das Bild öffnen, um darauf zu zeichnen (Enter)</translation>
    </message>
    <message>
      <source>Other tag…</source>
      <translation>Anderes Tag …</translation>
    </message>
    <message>
      <source>Set state</source>
      <translation>Zustand setzen</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
  </context>
  <context>
    <name>MaskPngs</name>
    <message>
      <source>Read mask &amp;PNGs</source>
      <translation>Masken-&amp;PNGs lesen</translation>
    </message>
    <message>
      <source>Read mask PNGs</source>
      <translation>Masken-PNGs lesen</translation>
    </message>
    <message>
      <source>Take the objects of SegmentationClass and SegmentationObject into the annotations</source>
      <translation>Die Objekte aus SegmentationClass und SegmentationObject in die Annotationen übernehmen</translation>
    </message>
    <message>
      <source>There are no PNGs in {folder}.</source>
      <translation>In {folder} sind keine PNGs.</translation>
    </message>
  </context>
  <context>
    <name>Matrix</name>
    <message>
      <source>Confusion</source>
      <translation>Verwechslung</translation>
    </message>
    <message>
      <source>background</source>
      <translation>Hintergrund</translation>
    </message>
    <message>
      <source>labelled ↓  found →</source>
      <translation>annotiert ↓  gefunden →</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>nicht gefunden</translation>
    </message>
    <message>
      <source>nothing there</source>
      <translation>nichts da</translation>
    </message>
  </context>
  <context>
    <name>Menu</name>
    <message>
      <source>&amp;Dataset</source>
      <translation>&amp;Datensatz</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;Image</source>
      <translation>B&amp;ild</translation>
    </message>
    <message>
      <source>&amp;Object</source>
      <translation>&amp;Objekt</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Trainieren</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>T&amp;ools</source>
      <translation>&amp;Werkzeuge</translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message>
      <source>Become</source>
      <translation>Wird zu</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge labels</source>
      <translation>Labels zusammenführen</translation>
    </message>
    <message>
      <source>Merge {old} into {new}</source>
      <translation>{old} zu {new} zusammenführen</translation>
    </message>
    <message>
      <source>Tick the labels that are to become {new}.</source>
      <translation>Haken Sie die Labels an, die zu {new} werden sollen.</translation>
    </message>
    <message numerus="yes">
      <source>{label}  ·  %n image(s)</source>
      <translation>
        <numerusform>{label}  ·  %n Bild</numerusform>
        <numerusform>{label}  ·  %n Bilder</numerusform>
      </translation>
    </message>
    <message>
      <source>{new} is a new label.</source>
      <translation>{new} ist ein neues Label.</translation>
    </message>
  </context>
  <context>
    <name>MergeForm</name>
    <message>
      <source>Add a dataset</source>
      <translation>Einen Datensatz hinzufügen</translation>
    </message>
    <message>
      <source>Add at least two datasets.</source>
      <translation>Fügen Sie mindestens zwei Datensätze hinzu.</translation>
    </message>
    <message>
      <source>Add datasets</source>
      <translation>Datensätze hinzufügen</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
      <source>Add zip…</source>
      <translation>Zip hinzufügen …</translation>
    </message>
    <message>
      <source>Datasets</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation>Zip-Dateien (*.zip)</translation>
    </message>
  </context>
  <context>
    <name>Metrics</name>
    <message>
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Macro F1</source>
      <translation>Makro-F1</translation>
    </message>
    <message>
      <source>Pixel accuracy</source>
      <translation>Pixelgenauigkeit</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Drag the frame to go elsewhere in the picture</source>
      <translation>Den Rahmen ziehen, um anderswohin im Bild zu gehen</translation>
    </message>
  </context>
  <context>
    <name>ModelCard</name>
    <message numerus="yes">
      <source>%n image(s) to learn from.</source>
      <translation>
        <numerusform>%n Bild zum Lernen.</numerusform>
        <numerusform>%n Bilder zum Lernen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Colours the pixels of {labels}.</source>
      <translation>Färbt die Pixel von {labels}.</translation>
    </message>
    <message>
      <source>Dataset {hash}, run {run}.</source>
      <translation>Datensatz {hash}, Lauf {run}.</translation>
    </message>
    <message>
      <source>Draws a box round each object of {labels}.</source>
      <translation>Zieht eine Box um jedes Objekt von {labels}.</translation>
    </message>
    <message>
      <source>Draws box and outline of each object of {labels}.</source>
      <translation>Zeichnet Box und Umriss jedes Objekts von {labels}.</translation>
    </message>
    <message>
      <source>How well it does</source>
      <translation>Wie gut es ist</translation>
    </message>
    <message>
      <source>It began anew.</source>
      <translation>Es begann von vorn.</translation>
    </message>
    <message>
      <source>It was not measured: there was no validation image.</source>
      <translation>Es wurde nicht gemessen: Es gab kein Validierungsbild.</translation>
    </message>
    <message>
      <source>It went on from {model}.</source>
      <translation>Es lernte von {model} aus weiter.</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Entstanden mit</translation>
    </message>
    <message numerus="yes">
      <source>Measured on %n image(s); the lists were {train} and {val}.</source>
      <translation>
        <numerusform>Gemessen auf %n Bild; die Listen waren {train} und {val}.</numerusform>
        <numerusform>Gemessen auf %n Bildern; die Listen waren {train} und {val}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Not recorded: it was made by an older version of the program.</source>
      <translation>Nicht vermerkt: Es entstand mit einer älteren Programmversion.</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Tells which of {labels} an image shows.</source>
      <translation>Sagt, was von {labels} ein Bild zeigt.</translation>
    </message>
    <message>
      <source>Train it again</source>
      <translation>Noch einmal trainieren</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Was es tut</translation>
    </message>
    <message>
      <source>What it learned from</source>
      <translation>Woraus es gelernt hat</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>{kind}; it sees images at {width} × {height} pixels.</source>
      <translation>{kind}; es sieht Bilder mit {width} × {height} Pixeln.</translation>
    </message>
    <message numerus="yes">
      <source>{used} does worse than {earlier} on the same %n validation image(s): {metric} {now}, before {before}.</source>
      <translation>
        <numerusform>{used} ist auf demselben %n Validierungsbild schlechter als {earlier}: {metric} {now}, vorher {before}.</numerusform>
        <numerusform>{used} ist auf denselben %n Validierungsbildern schlechter als {earlier}: {metric} {now}, vorher {before}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ModelsPage</name>
    <message numerus="yes">
      <source>%n version(s) chosen</source>
      <translation>
        <numerusform>%n Version gewählt</numerusform>
        <numerusform>%n Versionen gewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>A run that ends publishes what it learned as a version, which then appears here.</source>
      <translation>Ein Lauf, der endet, veröffentlicht das Gelernte als Version, die dann hier erscheint.</translation>
    </message>
    <message>
      <source>Always use the newest</source>
      <translation>Immer die neueste verwenden</translation>
    </message>
    <message>
      <source>Benchmark sets</source>
      <translation>Prüfsätze</translation>
    </message>
    <message>
      <source>Choose one version to read its card, or two to compare them.</source>
      <translation>Wählen Sie eine Version, um ihre Karte zu lesen, oder zwei, um sie zu vergleichen.</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>Vergleichen …</translation>
    </message>
    <message>
      <source>Continue training</source>
      <translation>Weitertrainieren</translation>
    </message>
    <message>
      <source>Copy the network and its card to another folder</source>
      <translation>Das Netz und seine Karte in einen anderen Ordner kopieren</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Löschen …</translation>
    </message>
    <message>
      <source>Fill in the form of a run that goes on from here</source>
      <translation>Das Formular eines Laufs ausfüllen, der von hier aus weiterlernt</translation>
    </message>
    <message>
      <source>Forget which version was chosen for pre-labelling</source>
      <translation>Vergessen, welche Version zum Vorannotieren gewählt wurde</translation>
    </message>
    <message>
      <source>Model versions</source>
      <translation>Modellversionen</translation>
    </message>
    <message>
      <source>No model yet</source>
      <translation>Noch kein Modell</translation>
    </message>
    <message>
      <source>Pre-label with the version that did better</source>
      <translation>Mit der besseren Version vorannotieren</translation>
    </message>
    <message>
      <source>Pre-label with this version from now on</source>
      <translation>Von jetzt an mit dieser Version vorannotieren</translation>
    </message>
    <message>
      <source>Press Compare to see both on the same images, those on which they differ most first.</source>
      <translation>„Vergleichen“ zeigt beide auf denselben Bildern, die mit dem größten Unterschied zuerst.</translation>
    </message>
    <message>
      <source>Remove the network; its number is not used again</source>
      <translation>Das Netz entfernen; seine Nummer wird nicht wieder vergeben</translation>
    </message>
    <message>
      <source>Save ONNX file…</source>
      <translation>ONNX-Datei sichern …</translation>
    </message>
    <message>
      <source>There is one version only: train once more to compare</source>
      <translation>Es gibt nur eine Version: Zum Vergleichen noch einmal trainieren</translation>
    </message>
    <message>
      <source>Two versions side by side on the same images</source>
      <translation>Zwei Versionen nebeneinander auf denselben Bildern</translation>
    </message>
    <message>
      <source>Use this version</source>
      <translation>Diese Version verwenden</translation>
    </message>
    <message>
      <source>Use {model}</source>
      <translation>{model} verwenden</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>{model} is used for pre-labelling, whatever is trained later.</source>
      <translation>{model} wird zum Vorannotieren verwendet, was auch später trainiert wird.</translation>
    </message>
    <message>
      <source>{model}, the newest, is used for pre-labelling.</source>
      <translation>{model}, die neueste, wird zum Vorannotieren verwendet.</translation>
    </message>
  </context>
  <context>
    <name>NewRun</name>
    <message>
      <source>Add to the queue</source>
      <translation>In die Warteschlange</translation>
    </message>
    <message>
      <source>Counting what is labelled…</source>
      <translation>Zähle, was annotiert ist …</translation>
    </message>
    <message>
      <source>New run</source>
      <translation>Neuer Lauf</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Startet …</translation>
    </message>
    <message numerus="yes">
      <source>The check found %n serious problem(s).</source>
      <translation>
        <numerusform>Die Prüfung fand %n schwerwiegendes Problem.</numerusform>
        <numerusform>Die Prüfung fand %n schwerwiegende Probleme.</numerusform>
      </translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
  </context>
  <context>
    <name>News</name>
    <message numerus="yes">
      <source>%n file(s) of the zip file were left out or renamed; the first: {problem}</source>
      <translation>
        <numerusform>%n Datei der Zip-Datei wurde ausgelassen oder umbenannt: {problem}</numerusform>
        <numerusform>%n Dateien der Zip-Datei wurden ausgelassen oder umbenannt; die erste: {problem}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new image(s) are labelled since {model} was made.</source>
      <translation>
        <numerusform>%n neues Bild ist annotiert, seit es {model} gibt.</numerusform>
        <numerusform>%n neue Bilder sind annotiert, seit es {model} gibt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren …</translation>
    </message>
    <message>
      <source>New images differ from those that {model} learned from.</source>
      <translation>Neue Bilder unterscheiden sich von denen, aus denen {model} gelernt hat.</translation>
    </message>
    <message>
      <source>Next run…</source>
      <translation>Nächster Lauf …</translation>
    </message>
    <message>
      <source>Nothing can be saved in this folder ({reason}): allow writing in it, or open a copy elsewhere, before you begin to label.</source>
      <translation>In diesem Ordner kann nichts gespeichert werden ({reason}): Erlauben Sie das Schreiben darin oder öffnen Sie eine Kopie an anderer Stelle, bevor Sie mit dem Labeln beginnen.</translation>
    </message>
    <message>
      <source>Pre-label unlabelled images</source>
      <translation>Übrige Bilder vorannotieren</translation>
    </message>
    <message>
      <source>Pre-label with {model}</source>
      <translation>Mit {model} vorannotieren</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>This folder holds annotations of another format ({title}), which are not shown here.</source>
      <translation>Dieser Ordner enthält Annotationen eines anderen Formats ({title}), die hier nicht gezeigt werden.</translation>
    </message>
    <message>
      <source>Training has begun: {run}</source>
      <translation>Das Training hat begonnen: {run}</translation>
    </message>
    <message>
      <source>Training {name} ended: {reason}</source>
      <translation>Training {name} beendet: {reason}</translation>
    </message>
    <message>
      <source>Training {name}: epoch {epoch} of {epochs}</source>
      <translation>Training {name}: Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Use {model}</source>
      <translation>{model} verwenden</translation>
    </message>
    <message>
      <source>its process is gone; press Resume to go on from the last checkpoint.</source>
      <translation>Sein Prozess ist verschwunden; „Fortsetzen“ geht vom letzten Sicherungspunkt weiter.</translation>
    </message>
    <message>
      <source>{labelled} of {images} images labelled</source>
      <translation>{labelled} von {images} Bildern annotiert</translation>
    </message>
    <message numerus="yes">
      <source>{model} is %n day(s) old.</source>
      <translation>
        <numerusform>{model} ist %n Tag alt.</numerusform>
        <numerusform>{model} ist %n Tage alt.</numerusform>
      </translation>
    </message>
    <message>
      <source>{run} waits in the queue: it starts when the run before it has ended.</source>
      <translation>{run} wartet in der Schlange: Er beginnt, wenn der Lauf davor geendet hat.</translation>
    </message>
    <message>
      <source>{state}: {model}{quality} on {images} validation images.</source>
      <translation>{state}: {model}{quality} auf {images} Validierungsbildern.</translation>
    </message>
    <message>
      <source>{why} Train again?</source>
      <translation>{why} Neu trainieren?</translation>
    </message>
  </context>
  <context>
    <name>NextPage</name>
    <message numerus="yes">
      <source>%n image(s) without labels.</source>
      <translation>
        <numerusform>%n Bild ohne Labels.</numerusform>
        <numerusform>%n Bilder ohne Labels.</numerusform>
      </translation>
    </message>
    <message>
      <source>'Order anew' tries it again.</source>
      <translation>„Neu ordnen“ versucht es noch einmal.</translation>
    </message>
    <message>
      <source>Every image is labelled</source>
      <translation>Alle Bilder sind annotiert</translation>
    </message>
    <message>
      <source>Label these</source>
      <translation>Diese annotieren</translation>
    </message>
    <message>
      <source>Let the model look at them, so that its doubts count</source>
      <translation>Lässt das Modell sie ansehen, damit seine Zweifel zählen</translation>
    </message>
    <message>
      <source>Looking at the images: {done} of {total}</source>
      <translation>Bilder werden angesehen: {done} von {total}</translation>
    </message>
    <message>
      <source>One in ten is drawn by lot, so that what is measured on those holds for all.</source>
      <translation>Jedes zehnte wird ausgelost, damit gilt, was an diesen gemessen wird.</translation>
    </message>
    <message>
      <source>Open the first one; the next ones follow by a key</source>
      <translation>Öffnet das erste; die nächsten folgen auf Tastendruck</translation>
    </message>
    <message>
      <source>Order anew</source>
      <translation>Neu ordnen</translation>
    </message>
    <message>
      <source>Pre-label images</source>
      <translation>Bilder vorannotieren</translation>
    </message>
    <message>
      <source>The order appears here in a moment.</source>
      <translation>Die Reihenfolge erscheint hier gleich.</translation>
    </message>
    <message>
      <source>The order could not be worked out</source>
      <translation>Die Reihenfolge ließ sich nicht ermitteln</translation>
    </message>
    <message>
      <source>There is no model yet: variety alone decides, each image unlike those before.</source>
      <translation>Es gibt noch kein Modell: Allein die Vielfalt entscheidet, jedes Bild gleicht den vorigen möglichst wenig.</translation>
    </message>
    <message>
      <source>There is nothing left to propose.</source>
      <translation>Es gibt nichts mehr vorzuschlagen.</translation>
    </message>
    <message>
      <source>What to label next</source>
      <translation>Was als Nächstes annotieren?</translation>
    </message>
    <message>
      <source>Work the order out again from what is known now</source>
      <translation>Ermittelt die Reihenfolge neu aus dem, was jetzt bekannt ist</translation>
    </message>
    <message>
      <source>Working out the order</source>
      <translation>Die Reihenfolge wird ermittelt</translation>
    </message>
    <message>
      <source>{model} decides by what it doubts and what looks rare to it, together with variety.</source>
      <translation>Es entscheiden die Zweifel von {model}, was ihm selten erscheint, und die Vielfalt.</translation>
    </message>
    <message>
      <source>{model} has not looked at them yet: variety alone decides until they are pre-labelled.</source>
      <translation>{model} hat sie noch nicht angesehen: Bis sie vorannotiert sind, entscheidet allein die Vielfalt.</translation>
    </message>
  </context>
  <context>
    <name>NextWords</name>
    <message numerus="yes">
      <source>%n suggestion(s) between {low} and {high}</source>
      <translation>
        <numerusform>%n Vorschlag zwischen {low} und {high}</numerusform>
        <numerusform>%n Vorschläge zwischen {low} und {high}</numerusform>
      </translation>
    </message>
    <message>
      <source>Distance to the nearest labelled image: {distance}; any two images here lie 1 apart on average</source>
      <translation>Abstand zum nächsten annotierten Bild: {distance}; zwei beliebige Bilder liegen hier im Mittel 1 auseinander</translation>
    </message>
    <message>
      <source>drawn by lot, for an honest measure</source>
      <translation>ausgelost, für ein ehrliches Maß</translation>
    </message>
    <message numerus="yes">
      <source>looks like {label}, of which there are %n</source>
      <translation>
        <numerusform>sieht nach {label} aus, davon gibt es %n</numerusform>
        <numerusform>sieht nach {label} aus, davon gibt es %n</numerusform>
      </translation>
    </message>
    <message>
      <source>much like some labelled image</source>
      <translation>einem annotierten Bild recht ähnlich</translation>
    </message>
    <message numerus="yes">
      <source>two versions differ by %n thing(s)</source>
      <translation>
        <numerusform>zwei Versionen unterscheiden sich um %n Fund</numerusform>
        <numerusform>zwei Versionen unterscheiden sich um %n Funde</numerusform>
      </translation>
    </message>
    <message>
      <source>typical of the images here</source>
      <translation>typisch für die Bilder hier</translation>
    </message>
    <message>
      <source>unlike all labelled images</source>
      <translation>keinem annotierten Bild ähnlich</translation>
    </message>
  </context>
  <context>
    <name>ObjectClipboard</name>
    <message numerus="yes">
      <source>%n cut at the border.</source>
      <translation>
        <numerusform>%n am Rand beschnitten.</numerusform>
        <numerusform>%n am Rand beschnitten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) copied.</source>
      <translation>
        <numerusform>%n Objekt kopiert.</numerusform>
        <numerusform>%n Objekte kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) pasted.</source>
      <translation>
        <numerusform>%n Objekt eingefügt.</numerusform>
        <numerusform>%n Objekte eingefügt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n outside of this image left out.</source>
      <translation>
        <numerusform>%n außerhalb dieses Bildes ausgelassen.</numerusform>
        <numerusform>%n außerhalb dieses Bildes ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that lay outside moved to the border.</source>
      <translation>
        <numerusform>%n, das außerhalb lag, an den Rand verschoben.</numerusform>
        <numerusform>%n, die außerhalb lagen, an den Rand verschoben.</numerusform>
      </translation>
    </message>
    <message>
      <source>Copy from {name}</source>
      <translation>Von {name} kopieren</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <source>Open an image first.</source>
      <translation>Öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Select what you want to copy first.</source>
      <translation>Wählen Sie zuerst, was Sie kopieren möchten.</translation>
    </message>
    <message>
      <source>This image is smaller than where they come from.</source>
      <translation>Dieses Bild ist kleiner als das, aus dem sie stammen.</translation>
    </message>
    <message>
      <source>{name} has no objects to copy.</source>
      <translation>{name} hat keine Objekte zum Kopieren.</translation>
    </message>
  </context>
  <context>
    <name>ObjectEdits</name>
    <message numerus="yes">
      <source>%n locked object(s) left alone: {keys} unlocks.</source>
      <translation>
        <numerusform>%n gesperrtes Objekt nicht angetastet: {keys} entsperrt.</numerusform>
        <numerusform>%n gesperrte Objekte nicht angetastet: {keys} entsperrt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Bring to top</source>
      <translation>Ganz nach vorn</translation>
    </message>
    <message>
      <source>Change attribute</source>
      <translation>Attribut ändern</translation>
    </message>
    <message>
      <source>Change pose</source>
      <translation>Pose ändern</translation>
    </message>
    <message>
      <source>Change text</source>
      <translation>Text ändern</translation>
    </message>
    <message>
      <source>Change the order</source>
      <translation>Reihenfolge ändern</translation>
    </message>
    <message>
      <source>Delete object</source>
      <translation>Objekt löschen</translation>
    </message>
    <message>
      <source>Delete objects</source>
      <translation>Objekte löschen</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppieren</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <source>Lower</source>
      <translation>Nach hinten</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Raise</source>
      <translation>Nach vorn</translation>
    </message>
    <message>
      <source>Remove attribute</source>
      <translation>Attribut entfernen</translation>
    </message>
    <message>
      <source>Rename attribute</source>
      <translation>Attribut umbenennen</translation>
    </message>
    <message>
      <source>Resize</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Select an object first: click it, or drag a frame round several.</source>
      <translation>Wählen Sie zuerst ein Objekt: durch einen Klick, mehrere durch einen Rahmen.</translation>
    </message>
    <message>
      <source>Select two objects or more to group them: Shift+click adds to the selection.</source>
      <translation>Wählen Sie zwei oder mehr Objekte zum Gruppieren: Umschalt+Klick ergänzt die Auswahl.</translation>
    </message>
    <message>
      <source>Send to bottom</source>
      <translation>Ganz nach hinten</translation>
    </message>
    <message>
      <source>Set {flag}</source>
      <translation>{flag} setzen</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Ungroup</source>
      <translation>Gruppierung aufheben</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
  </context>
  <context>
    <name>ObjectListModel</name>
    <message>
      <source>group {number}</source>
      <translation>Gruppe {number}</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>verborgen</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>gesperrt</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} Pixel</translation>
    </message>
  </context>
  <context>
    <name>ObjectPanel</name>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>Drawing 60 pictures of parts with scratches, dents and stains…</source>
      <translation>Zeichne 60 Bilder von Teilen mit Kratzern, Dellen und Flecken …</translation>
    </message>
    <message>
      <source>Open a folder of images</source>
      <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
      <source>Open a zip file</source>
      <translation>Eine Zip-Datei öffnen</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <source>Unpacking {name}…</source>
      <translation>{name} wird entpackt …</translation>
    </message>
    <message>
      <source>Where to put the sample project</source>
      <translation>Wohin mit dem Beispielprojekt</translation>
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation>Zip-Dateien (*.zip)</translation>
    </message>
  </context>
  <context>
    <name>PageDisplay</name>
    <message>
      <source>Page 1 of {count} is shown.</source>
      <translation>Seite 1 von {count} wird gezeigt.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>PageParts</name>
    <message>
      <source>Keep my edits</source>
      <translation>Meine Änderungen behalten</translation>
    </message>
    <message>
      <source>Reload, drop my edits</source>
      <translation>Neu laden, meine Änderungen verwerfen</translation>
    </message>
    <message>
      <source>Screen pixels to an image pixel</source>
      <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>{reason} Your edits are kept here.</source>
      <translation>{reason} Ihre Änderungen bleiben hier erhalten.</translation>
    </message>
  </context>
  <context>
    <name>PanTool</name>
    <message>
      <source>Drag the picture. The wheel zooms to the cursor.</source>
      <translation>Das Bild ziehen. Das Rad zoomt zum Mauszeiger.</translation>
    </message>
  </context>
  <context>
    <name>PathRow</name>
    <message>
      <source>Folder…</source>
      <translation>Ordner …</translation>
    </message>
    <message>
      <source>Zip files (*.zip)</source>
      <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
      <source>Zip…</source>
      <translation>Zip …</translation>
    </message>
  </context>
  <context>
    <name>PathTool</name>
    <message>
      <source>Click along the line, or draw it with the button held. {smaller} and {larger} change its width, now {width}.</source>
      <translation>Klicken Sie die Linie entlang oder zeichnen Sie sie mit gedrückter Taste. {smaller} und {larger} ändern ihre Breite, jetzt {width}.</translation>
    </message>
    <message>
      <source>Click the next point. Enter or a double click ends, Backspace takes one back, Esc cancels.</source>
      <translation>Den nächsten Punkt klicken. Enter oder Doppelklick beendet, Rücktaste nimmt einen zurück, Esc bricht ab.</translation>
    </message>
    <message>
      <source>Draw path</source>
      <translation>Pfad zeichnen</translation>
    </message>
  </context>
  <context>
    <name>Peeking</name>
    <message numerus="yes">
      <source>%n below the threshold here. Hold {keys} over a thing to see what the model saw; a click takes it.</source>
      <translation>
        <numerusform>%n unter der Schwelle hier. {keys} über einem Ding gedrückt halten zeigt, was das Modell sah; ein Klick übernimmt es.</numerusform>
        <numerusform>%n unter der Schwelle hier. {keys} über einem Ding gedrückt halten zeigt, was das Modell sah; ein Klick übernimmt es.</numerusform>
      </translation>
    </message>
    <message>
      <source>Below the threshold the model saw nothing new here.</source>
      <translation>Unter der Schwelle sah das Modell hier nichts Neues.</translation>
    </message>
    <message>
      <source>Finish or drop what you draw first.</source>
      <translation>Erst beenden oder verwerfen, was gerade gezeichnet wird.</translation>
    </message>
    <message>
      <source>Move the mouse onto the thing in the picture first.</source>
      <translation>Erst die Maus auf das Ding im Bild bewegen.</translation>
    </message>
    <message>
      <source>The model was not sure: {label} {score}. Click or Enter takes it.</source>
      <translation>Das Modell war nicht sicher: {label} {score}. Klick oder Eingabetaste übernimmt es.</translation>
    </message>
    <message>
      <source>The suggestions are hidden: {keys} shows them.</source>
      <translation>Die Vorschläge sind ausgeblendet: {keys} zeigt sie.</translation>
    </message>
  </context>
  <context>
    <name>PictureChoice</name>
    <message>
      <source>Cut each picture into tiles that are looked at one by one: finds small things, and takes longer</source>
      <translation>Zerlegt jedes Bild in Kacheln, die einzeln angesehen werden: findet Kleines, dauert länger</translation>
    </message>
    <message>
      <source>How much of a tile its neighbour shows as well</source>
      <translation>Wie viel von einer Kachel auch die Nachbarin zeigt</translation>
    </message>
    <message>
      <source>Nothing outside of the region is looked at</source>
      <translation>Außerhalb des Bereichs wird nichts angesehen</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>Take selected object</source>
      <translation>Ausgewähltes Objekt nehmen</translation>
    </message>
    <message>
      <source>Take the bounds of what is selected on the open image</source>
      <translation>Nimmt die Grenzen dessen, was im offenen Bild ausgewählt ist</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Where the region begins and ends, in percent of the sides of a picture</source>
      <translation>Wo der Bereich beginnt und endet, in Prozent der Seiten eines Bildes</translation>
    </message>
    <message>
      <source>a part of it</source>
      <translation>ein Teil davon</translation>
    </message>
    <message>
      <source>as trained: {region}</source>
      <translation>wie trainiert: {region}</translation>
    </message>
    <message>
      <source>as trained: {tiles}</source>
      <translation>wie trainiert: {tiles}</translation>
    </message>
    <message>
      <source>bottom</source>
      <translation>unten</translation>
    </message>
    <message>
      <source>left</source>
      <translation>links</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>right</source>
      <translation>rechts</translation>
    </message>
    <message>
      <source>that share</source>
      <translation>gemeinsam</translation>
    </message>
    <message>
      <source>top</source>
      <translation>oben</translation>
    </message>
    <message>
      <source>whole picture</source>
      <translation>ganzes Bild</translation>
    </message>
  </context>
  <context>
    <name>PictureFields</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) are whole in no tile.</source>
      <translation>
        <numerusform>%n Objekt liegt in keiner Kachel ganz.</numerusform>
        <numerusform>%n Objekte liegen in keiner Kachel ganz.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) lie outside the region.</source>
      <translation>
        <numerusform>%n Objekt liegt außerhalb des Bereichs.</numerusform>
        <numerusform>%n Objekte liegen außerhalb des Bereichs.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cut the pictures into n × n tiles that are looked at one by one, so that small things are seen</source>
      <translation>Die Bilder in n × n Kacheln teilen, die einzeln betrachtet werden, damit Kleines gesehen wird</translation>
    </message>
    <message>
      <source>How much of a tile its neighbour shows as well; it should hold the largest small object</source>
      <translation>Wie viel einer Kachel die Nachbarin ebenfalls zeigt; das größte kleine Objekt sollte hineinpassen</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <source>Longest side</source>
      <translation>Längste Seite</translation>
    </message>
    <message>
      <source>Longest side of what the network sees, in pixels; twice as much takes four times as long</source>
      <translation>Längste Seite dessen, was das Netz sieht, in Pixeln; doppelt so viel dauert viermal so lange</translation>
    </message>
    <message>
      <source>No object would be under 5 × 5 pixels.</source>
      <translation>Kein Objekt wäre unter 5 × 5 Pixel groß.</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überdeckung</translation>
    </message>
    <message>
      <source>The network sees {width} × {height} pixels.</source>
      <translation>Das Netz sieht {width} × {height} Pixel.</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Use {count} × {count} tiles of {side} px</source>
      <translation>{count} × {count} Kacheln zu {side} px verwenden</translation>
    </message>
    <message>
      <source>Use {side} px</source>
      <translation>{side} px verwenden</translation>
    </message>
    <message>
      <source>a region</source>
      <translation>ein Bereich</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>ganz</translation>
    </message>
    <message>
      <source>{count} × {count} tiles</source>
      <translation>{count} × {count} Kacheln</translation>
    </message>
    <message>
      <source>{share} of the objects would be under 5 × 5 pixels ({labels}).</source>
      <translation>{share} der Objekte wären unter 5 × 5 Pixel groß ({labels}).</translation>
    </message>
  </context>
  <context>
    <name>PicturePlan</name>
    <message>
      <source>Drag to choose the part of the pictures that is looked at; click for the whole picture</source>
      <translation>Ziehen wählt den Teil der Bilder, der betrachtet wird; ein Klick das ganze Bild</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Bereich</translation>
    </message>
  </context>
  <context>
    <name>Plan</name>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n Label</numerusform>
        <numerusform>%n Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n labelled image(s)</source>
      <translation>
        <numerusform>%n annotiertes Bild</numerusform>
        <numerusform>%n annotierte Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n tag(s)</source>
      <translation>
        <numerusform>%n Tag</numerusform>
        <numerusform>%n Tags</numerusform>
      </translation>
    </message>
    <message>
      <source>No image has a tag yet: give images tags, such as OK and NG.</source>
      <translation>Noch kein Bild hat ein Tag: Geben Sie Bildern Tags wie OK und NG.</translation>
    </message>
    <message>
      <source>No image is labelled yet: label at least 2, one to train and one to validate.</source>
      <translation>Noch ist kein Bild annotiert: Annotieren Sie mindestens 2, eines zum Trainieren und eines zum Validieren.</translation>
    </message>
    <message>
      <source>No object has an outline yet: draw polygons, masks or paths.</source>
      <translation>Noch hat kein Objekt einen Umriss: Zeichnen Sie Polygone, Masken oder Pfade.</translation>
    </message>
    <message>
      <source>No object is drawn yet: draw boxes, polygons or masks.</source>
      <translation>Noch ist kein Objekt gezeichnet: Zeichnen Sie Rahmen, Polygone oder Masken.</translation>
    </message>
    <message>
      <source>No validation image has {names}: what is learned of it is not measured.</source>
      <translation>Kein Validierungsbild hat {names}: Was davon gelernt wird, wird nicht gemessen.</translation>
    </message>
    <message>
      <source>One image is labelled: label at least 2, one to train and one to validate.</source>
      <translation>Ein Bild ist annotiert: Annotieren Sie mindestens 2, eines zum Trainieren und eines zum Validieren.</translation>
    </message>
    <message>
      <source>The annotations hold no object yet: draw at least one box.</source>
      <translation>Die Annotationen enthalten noch kein Objekt: Zeichnen Sie mindestens eine Box.</translation>
    </message>
    <message>
      <source>{images}: {train} to train, {val} to validate, {test} for a test; {labels}; about {time}.</source>
      <translation>{images}: {train} zum Trainieren, {val} zum Validieren, {test} für einen Test; {labels}; etwa {time}.</translation>
    </message>
    <message>
      <source>{images}: {train} to train, {val} to validate; {labels}; about {time}.</source>
      <translation>{images}: {train} zum Trainieren, {val} zum Validieren; {labels}; etwa {time}.</translation>
    </message>
  </context>
  <context>
    <name>Plots</name>
    <message>
      <source>It is measured after the first epoch.</source>
      <translation>Sie wird nach der ersten Epoche gemessen.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>Quality on the validation images</source>
      <translation>Güte auf den Validierungsbildern</translation>
    </message>
    <message>
      <source>The curves appear with the first step.</source>
      <translation>Die Kurven erscheinen mit dem ersten Schritt.</translation>
    </message>
    <message>
      <source>Wheel or drag to look at a part; double click for the whole</source>
      <translation>Mit Rad oder Ziehen einen Teil ansehen; Doppelklick zeigt alles</translation>
    </message>
    <message>
      <source>each step</source>
      <translation>jeder Schritt</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>training, mean of the epoch</source>
      <translation>Training, Mittel der Epoche</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
  </context>
  <context>
    <name>PointTool</name>
    <message>
      <source>Click to set a point.</source>
      <translation>Klicken, um einen Punkt zu setzen.</translation>
    </message>
    <message>
      <source>Release to set the point, Esc cancels.</source>
      <translation>Loslassen setzt den Punkt, Esc bricht ab.</translation>
    </message>
    <message>
      <source>Set point</source>
      <translation>Punkt setzen</translation>
    </message>
  </context>
  <context>
    <name>PolygonTool</name>
    <message>
      <source>Click the next corner. Backspace takes one back, Esc cancels.</source>
      <translation>Die nächste Ecke klicken. Rücktaste nimmt eine zurück, Esc bricht ab.</translation>
    </message>
    <message>
      <source>Click the outline's corners one after the other, or draw it with the button held.</source>
      <translation>Die Ecken des Umrisses nacheinander klicken oder ihn mit gedrückter Taste zeichnen.</translation>
    </message>
    <message>
      <source>Draw polygon</source>
      <translation>Polygon zeichnen</translation>
    </message>
    <message>
      <source>Enter, a double click or a click on the first corner closes. Backspace takes one back.</source>
      <translation>Enter, Doppelklick oder Klick auf die erste Ecke schließt. Rücktaste nimmt eine zurück.</translation>
    </message>
  </context>
  <context>
    <name>PrecisionRecall</name>
    <message>
      <source>Evaluate to see the curves.</source>
      <translation>Werten Sie aus, um die Kurven zu sehen.</translation>
    </message>
    <message>
      <source>Precision and recall</source>
      <translation>Genauigkeit und Trefferquote</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>Trefferquote</translation>
    </message>
  </context>
  <context>
    <name>PreferencesDialog</name>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>General</source>
      <translation>Allgemein</translation>
    </message>
    <message>
      <source>Keyboard shortcuts…</source>
      <translation>Tastenkürzel …</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>The language changes when the program is started again.</source>
      <translation>Die Sprache ändert sich beim nächsten Start des Programms.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Design</translation>
    </message>
  </context>
  <context>
    <name>PrelabelRow</name>
    <message>
      <source>A model is at work already: wait for its end, or cancel it in the bar.</source>
      <translation>Es arbeitet schon ein Modell: Warten Sie sein Ende ab, oder brechen Sie es in der Leiste ab.</translation>
    </message>
    <message>
      <source>Let the model propose objects; nothing changes until you accept</source>
      <translation>Lässt das Modell Objekte vorschlagen; nichts ändert sich, bis Sie annehmen</translation>
    </message>
    <message>
      <source>Pre-label</source>
      <translation>Vorannotieren</translation>
    </message>
    <message>
      <source>The model that proposes, newest first</source>
      <translation>Das Modell, das vorschlägt; das neueste zuerst</translation>
    </message>
    <message>
      <source>There is no model yet: train one first, it can then label the rest.</source>
      <translation>Es gibt noch kein Modell: Trainieren Sie zuerst eines, es kann dann den Rest annotieren.</translation>
    </message>
    <message>
      <source>Train a model first: it can then label the rest.</source>
      <translation>Trainieren Sie zuerst ein Modell: Es kann dann den Rest annotieren.</translation>
    </message>
    <message>
      <source>Which images it looks at</source>
      <translation>Welche Bilder es ansieht</translation>
    </message>
    <message>
      <source>with</source>
      <translation>mit</translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message numerus="yes">
      <source>%n object(s) lost</source>
      <translation>
        <numerusform>%n Objekt verloren</numerusform>
        <numerusform>%n Objekte verloren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n under 5 × 5 px</source>
      <translation>
        <numerusform>%n unter 5 × 5 px</numerusform>
        <numerusform>%n unter 5 × 5 px</numerusform>
      </translation>
    </message>
    <message>
      <source>too bright</source>
      <translation>zu hell</translation>
    </message>
    <message>
      <source>too dark</source>
      <translation>zu dunkel</translation>
    </message>
  </context>
  <context>
    <name>PreviewDialog</name>
    <message>
      <source>Another variation</source>
      <translation>Andere Abwandlung</translation>
    </message>
    <message>
      <source>Compare: without variation</source>
      <translation>Vergleich: ohne Abwandlung</translation>
    </message>
    <message>
      <source>No image has anything that this task could learn.</source>
      <translation>Kein Bild hat etwas, das diese Aufgabe lernen könnte.</translation>
    </message>
    <message>
      <source>Nothing vanishes, shrinks or burns out.</source>
      <translation>Nichts verschwindet, schrumpft oder brennt aus.</translation>
    </message>
    <message>
      <source>Reading the images…</source>
      <translation>Die Bilder werden gelesen …</translation>
    </message>
    <message>
      <source>Show the pictures as validation and prediction see them: never varied</source>
      <translation>Die Bilder zeigen, wie Prüfung und Vorhersage sie sehen: nie abgewandelt</translation>
    </message>
    <message>
      <source>The same strength, other chance</source>
      <translation>Gleiche Stärke, anderer Zufall</translation>
    </message>
    <message>
      <source>Use these values</source>
      <translation>Diese Werte verwenden</translation>
    </message>
    <message>
      <source>Variation of the training images</source>
      <translation>Abwandlung der Trainingsbilder</translation>
    </message>
    <message>
      <source>{share} of the objects shrink under 5 × 5 pixels: larger pictures or a smaller scale.</source>
      <translation>{share} der Objekte schrumpfen unter 5 × 5 Pixel: größere Bilder oder weniger Größenspiel.</translation>
    </message>
    <message>
      <source>{share} of the objects vanish: scale less, or crop less.</source>
      <translation>{share} der Objekte verschwinden: weniger vergrößern oder beschneiden.</translation>
    </message>
    <message>
      <source>{share} of the pictures are long and narrow: a quarter turn would shrink them much.</source>
      <translation>{share} der Bilder sind lang und schmal: Eine Vierteldrehung würde sie stark verkleinern.</translation>
    </message>
    <message>
      <source>{share} of the pictures become too bright: less brightness or contrast.</source>
      <translation>{share} der Bilder werden zu hell: weniger Helligkeit oder Kontrast.</translation>
    </message>
    <message>
      <source>{share} of the pictures become too dark: less brightness or contrast.</source>
      <translation>{share} der Bilder werden zu dunkel: weniger Helligkeit oder Kontrast.</translation>
    </message>
  </context>
  <context>
    <name>ProblemCard</name>
    <message>
      <source>Choose a problem to see it.</source>
      <translation>Wählen Sie ein Problem aus, um es zu sehen.</translation>
    </message>
    <message>
      <source>Dataset settings…</source>
      <translation>Datensatz-Einstellungen …</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>Beheben</translation>
    </message>
    <message numerus="yes">
      <source>Fix all %n of this kind…</source>
      <translation>
        <numerusform>Dieses eine beheben …</numerusform>
        <numerusform>Alle %n dieser Art beheben …</numerusform>
      </translation>
    </message>
    <message>
      <source>Fix all of this kind</source>
      <translation>Alle dieser Art beheben</translation>
    </message>
    <message>
      <source>Heed again</source>
      <translation>Wieder beachten</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorieren</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show images</source>
      <translation>Bilder zeigen</translation>
    </message>
  </context>
  <context>
    <name>ProblemList</name>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
  </context>
  <context>
    <name>ProblemModel</name>
    <message>
      <source>Image or label</source>
      <translation>Bild oder Label</translation>
    </message>
    <message>
      <source>What is so</source>
      <translation>Befund</translation>
    </message>
  </context>
  <context>
    <name>ProgressDialog</name>
    <message>
      <source>Cancel and take back</source>
      <translation>Abbrechen und zurücknehmen</translation>
    </message>
    <message>
      <source>Taking back what was written…</source>
      <translation>Geschriebenes wird zurückgenommen …</translation>
    </message>
  </context>
  <context>
    <name>ProgressRow</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>End the work; what is done stays</source>
      <translation>Beendet die Arbeit; was fertig ist, bleibt</translation>
    </message>
    <message>
      <source>Ending…</source>
      <translation>Wird beendet …</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Go on where it rested</source>
      <translation>Dort weitermachen, wo es ruhte</translation>
    </message>
    <message>
      <source>Let the computer rest; what is done stays</source>
      <translation>Lässt den Rechner ruhen; was fertig ist, bleibt</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Pausiert</translation>
    </message>
    <message>
      <source>Paused: {done} of {total} images</source>
      <translation>Pausiert: {done} von {total} Bildern</translation>
    </message>
    <message>
      <source>{done} of {total} images · {speed} a second · {time} left</source>
      <translation>{done} von {total} Bildern · {speed} pro Sekunde · noch {time}</translation>
    </message>
  </context>
  <context>
    <name>PromptSettings</name>
    <message>
      <source>&amp;Decoder</source>
      <translation>&amp;Decoder</translation>
    </message>
    <message>
      <source>&amp;Encoder</source>
      <translation>&amp;Encoder</translation>
    </message>
    <message>
      <source>Choose an .onnx file</source>
      <translation>Wählen Sie eine .onnx-Datei</translation>
    </message>
    <message>
      <source>Choose an ONNX file</source>
      <translation>ONNX-Datei wählen</translation>
    </message>
    <message>
      <source>Choose both files to use the smart tool.</source>
      <translation>Wählen Sie beide Dateien, um das kluge Werkzeug zu nutzen.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>ONNX files (*.onnx);;All files (*)</source>
      <translation>ONNX-Dateien (*.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>The model works.</source>
      <translation>Das Modell funktioniert.</translation>
    </message>
    <message>
      <source>The smart tool asks a segmentation model that you have as two ONNX files, such as an export of Segment Anything, MobileSAM or SAM 2. Nothing is fetched from a network.</source>
      <translation>Das kluge Werkzeug fragt ein Segmentierungsmodell, das Sie als zwei ONNX-Dateien haben, etwa einen Export von Segment Anything, MobileSAM oder SAM 2. Nichts wird aus dem Netz geholt.</translation>
    </message>
    <message>
      <source>Trying the model…</source>
      <translation>Das Modell wird geprüft …</translation>
    </message>
  </context>
  <context>
    <name>Prompting</name>
    <message>
      <source>Smart tool</source>
      <translation>Kluges Werkzeug</translation>
    </message>
    <message>
      <source>The model has seen the picture: click an object.</source>
      <translation>Das Modell hat das Bild gesehen: Klicken Sie ein Objekt an.</translation>
    </message>
    <message>
      <source>The model looks at the picture, which is done once. You may click already.</source>
      <translation>Das Modell sieht das Bild an, einmal. Sie dürfen schon klicken.</translation>
    </message>
  </context>
  <context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Attribute</translation>
    </message>
    <message>
      <source>Difficult</source>
      <translation>Schwierig</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Occluded</source>
      <translation>Verdeckt</translation>
    </message>
    <message>
      <source>Pose</source>
      <translation>Pose</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>Eigenschaften</translation>
    </message>
    <message>
      <source>Select an object to see what is said of it.</source>
      <translation>Wählen Sie ein Objekt, um zu sehen, was von ihm gesagt ist.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Truncated</source>
      <translation>Abgeschnitten</translation>
    </message>
    <message>
      <source>turned by {angle}°</source>
      <translation>gedreht um {angle}°</translation>
    </message>
  </context>
  <context>
    <name>Proposing</name>
    <message>
      <source>Every image is labelled: there is nothing left to propose.</source>
      <translation>Alle Bilder sind annotiert: Es gibt nichts mehr vorzuschlagen.</translation>
    </message>
    <message>
      <source>Next to label</source>
      <translation>Nächstes zu annotierendes Bild</translation>
    </message>
    <message>
      <source>No other image is without labels.</source>
      <translation>Kein anderes Bild ist ohne Labels.</translation>
    </message>
    <message>
      <source>Open the image that teaches most, as the page 'Label next' has them</source>
      <translation>Öffnet das Bild, das am meisten lehrt, wie es die Seite „Als Nächstes“ zeigt</translation>
    </message>
    <message>
      <source>Working out what to label next…</source>
      <translation>Es wird ermittelt, was als Nächstes dran ist …</translation>
    </message>
  </context>
  <context>
    <name>QueueView</name>
    <message>
      <source>What to label next</source>
      <translation>Was als Nächstes annotieren?</translation>
    </message>
  </context>
  <context>
    <name>RateDialog</name>
    <message>
      <source>Find a learning rate</source>
      <translation>Lernrate suchen</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>No rate stands out: the loss hardly fell. Keep the recipe's.</source>
      <translation>Keine Rate sticht hervor: Der Verlust fiel kaum. Behalten Sie die des Rezepts.</translation>
    </message>
    <message>
      <source>The loss falls fastest at a rate of {rate}.</source>
      <translation>Der Verlust fällt am schnellsten bei einer Rate von {rate}.</translation>
    </message>
    <message>
      <source>The rate grows from step to step until the loss runs away. Where the smoothed loss falls most steeply, the network learns fastest.</source>
      <translation>Die Rate wächst von Schritt zu Schritt, bis der Verlust davonläuft. Wo der geglättete Verlust am steilsten fällt, lernt das Netz am schnellsten.</translation>
    </message>
    <message>
      <source>Use {rate}</source>
      <translation>{rate} verwenden</translation>
    </message>
  </context>
  <context>
    <name>Recipes</name>
    <message>
      <source>Classifier: which tags an image has, such as OK and NG</source>
      <translation>Klassifizierer: welche Tags ein Bild hat, etwa OK und NG</translation>
    </message>
    <message>
      <source>Compact classifier: which tags an image has, nothing to fetch</source>
      <translation>Kompakter Klassifizierer: welche Tags ein Bild hat, nichts zu laden</translation>
    </message>
    <message>
      <source>Compact detector: learns from few images, nothing to fetch</source>
      <translation>Kompakter Detektor: lernt aus wenigen Bildern, nichts zu laden</translation>
    </message>
    <message>
      <source>Compact segmenter: what each pixel is, nothing to fetch</source>
      <translation>Kompakter Segmentierer: was jedes Pixel ist, nichts zu laden</translation>
    </message>
    <message>
      <source>DeepLabV3: what each pixel is, with a wider view and slower</source>
      <translation>DeepLabV3: was jedes Pixel ist, mit weiterem Blick und langsamer</translation>
    </message>
    <message>
      <source>EfficientNet-B0</source>
      <translation>EfficientNet-B0</translation>
    </message>
    <message>
      <source>FCOS: strong without anchors, for a graphics card</source>
      <translation>FCOS: stark ohne Anker, für eine Grafikkarte</translation>
    </message>
    <message>
      <source>Faster R-CNN: looks twice at each region, thorough and slow</source>
      <translation>Faster R-CNN: sieht jeden Bereich zweimal an, gründlich und langsam</translation>
    </message>
    <message>
      <source>Fine-tune: 20 epochs, also from random weights, then with more epochs</source>
      <translation>Feinabstimmung: 20 Epochen, auch von Zufallsgewichten aus, dann mit mehr Epochen</translation>
    </message>
    <message>
      <source>Fine-tune: 30 epochs, also from random weights</source>
      <translation>Feinabstimmung: 30 Epochen, auch von Zufallsgewichten aus</translation>
    </message>
    <message>
      <source>Fine-tune: also from random weights, then with more epochs; a graphics card helps much</source>
      <translation>Feinabstimmung: auch von Zufallsgewichten aus, dann mit mehr Epochen; eine Grafikkarte hilft sehr</translation>
    </message>
    <message>
      <source>Fine-tune: from pretrained weights, 10 to 20 minutes for 200 pictures on two cores</source>
      <translation>Feinabstimmung: von vortrainierten Gewichten aus, 10 bis 20 Minuten für 200 Bilder auf zwei Kernen</translation>
    </message>
    <message>
      <source>LR-ASPP: what each pixel is, light and quick</source>
      <translation>LR-ASPP: was jedes Pixel ist, leicht und schnell</translation>
    </message>
    <message>
      <source>Mask R-CNN: the outline of each object by itself</source>
      <translation>Mask R-CNN: der Umriss jedes einzelnen Objekts</translation>
    </message>
    <message>
      <source>MobileNetV3 Large: quick on a processor</source>
      <translation>MobileNetV3 Large: schnell auf einem Prozessor</translation>
    </message>
    <message>
      <source>MobileNetV3 Small: the quickest</source>
      <translation>MobileNetV3 Small: am schnellsten</translation>
    </message>
    <message>
      <source>MobileNetV3 detector: starts from weights that know photographs, fetched from the network</source>
      <translation>MobileNetV3-Detektor: beginnt mit Gewichten, die Fotos kennen, aus dem Netz geholt</translation>
    </message>
    <message>
      <source>Quick: a first model from a few dozen pictures in two to three minutes</source>
      <translation>Schnell: ein erstes Modell aus einigen Dutzend Bildern in zwei bis drei Minuten</translation>
    </message>
    <message>
      <source>ResNet-18</source>
      <translation>ResNet-18</translation>
    </message>
    <message>
      <source>ResNet-34: more to learn from</source>
      <translation>ResNet-34: lernt mehr</translation>
    </message>
    <message>
      <source>ResNet-50: wants a graphics card</source>
      <translation>ResNet-50: braucht eine Grafikkarte</translation>
    </message>
    <message>
      <source>SSDLite: light and quick, for things that are not small</source>
      <translation>SSDLite: leicht und schnell, für Dinge, die nicht klein sind</translation>
    </message>
    <message>
      <source>Standard: about 13 minutes for 300 pictures on two cores</source>
      <translation>Standard: etwa 13 Minuten für 300 Bilder auf zwei Kernen</translation>
    </message>
    <message>
      <source>Standard: about 25 minutes for 300 pictures on two cores</source>
      <translation>Standard: etwa 25 Minuten für 300 Bilder auf zwei Kernen</translation>
    </message>
    <message>
      <source>Standard: the best result, 10 to 20 minutes for 200 pictures on two cores</source>
      <translation>Standard: das beste Ergebnis, 10 bis 20 Minuten für 200 Bilder auf zwei Kernen</translation>
    </message>
  </context>
  <context>
    <name>Reliability</name>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>Evaluate to see whether scores say the truth.</source>
      <translation>Werten Sie aus, um zu sehen, ob die Punktzahlen stimmen.</translation>
    </message>
    <message>
      <source>right</source>
      <translation>rechts</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Punktzahl</translation>
    </message>
    <message>
      <source>share that is right</source>
      <translation>Anteil, der richtig ist</translation>
    </message>
    <message>
      <source>too modest by</source>
      <translation>zu bescheiden um</translation>
    </message>
    <message>
      <source>too sure by</source>
      <translation>zu sicher um</translation>
    </message>
    <message>
      <source>what it should be</source>
      <translation>wie es sein sollte</translation>
    </message>
  </context>
  <context>
    <name>RenameDialog</name>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>New name</source>
      <translation>Neuer Name</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename label</source>
      <translation>Label umbenennen</translation>
    </message>
    <message>
      <source>Rename {old} to {new}</source>
      <translation>{old} in {new} umbenennen</translation>
    </message>
    <message>
      <source>There is a label {new} already: the two become one.</source>
      <translation>Es gibt schon ein Label {new}: Die beiden werden eins.</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message numerus="yes">
      <source>Could not be read, or needs a look: %n</source>
      <translation>
        <numerusform>Nicht lesbar oder anzusehen: %n</numerusform>
        <numerusform>Nicht lesbar oder anzusehen: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>How many</source>
      <translation>Wie viele</translation>
    </message>
    <message>
      <source>This is lost or changed in the new dataset; the source stays as it is.</source>
      <translation>Das geht im neuen Datensatz verloren oder ändert sich; die Quelle bleibt, wie sie ist.</translation>
    </message>
    <message>
      <source>What the format cannot hold</source>
      <translation>Was das Format nicht halten kann</translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… und %n weitere</numerusform>
        <numerusform>… und %n weitere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reporting</name>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
      <source>Open a folder to see what its models brought.</source>
      <translation>Öffnen Sie einen Ordner, um zu sehen, was seine Modelle gebracht haben.</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <source>Saved {file}.</source>
      <translation>{file} gespeichert.</translation>
    </message>
    <message>
      <source>The review log cannot be read.</source>
      <translation>Das Protokoll der Durchsicht lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>{project} report.html</source>
      <translation>{project} Bericht.html</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message numerus="yes">
      <source>%n object(s) drawn by hand</source>
      <translation>
        <numerusform>%n Objekt von Hand gezeichnet</numerusform>
        <numerusform>%n Objekte von Hand gezeichnet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n Vorschlag</numerusform>
        <numerusform>%n Vorschläge</numerusform>
      </translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>Angenommen</translation>
    </message>
    <message>
      <source>Accepted and put in place count as right; rejected and given another label as wrong.</source>
      <translation>Angenommenes und Zurechtgerücktes zählt als richtig; Abgelehntes und Umbenanntes als falsch.</translation>
    </message>
    <message>
      <source>Accepted at once</source>
      <translation>Auf einmal angenommen</translation>
    </message>
    <message>
      <source>Accuracy by label</source>
      <translation>Güte nach Label</translation>
    </message>
    <message>
      <source>Accuracy by version</source>
      <translation>Güte nach Version</translation>
    </message>
    <message>
      <source>Accuracy by version on images drawn by lot</source>
      <translation>Genauigkeit je Version auf ausgelosten Bildern</translation>
    </message>
    <message>
      <source>Accuracy over time</source>
      <translation>Güte im Lauf der Zeit</translation>
    </message>
    <message>
      <source>Actions</source>
      <translation>Handgriffe</translation>
    </message>
    <message>
      <source>Actions all by hand</source>
      <translation>Handgriffe, alles von Hand</translation>
    </message>
    <message>
      <source>Actions saved</source>
      <translation>Gesparte Handgriffe</translation>
    </message>
    <message>
      <source>Actions with the model</source>
      <translation>Handgriffe mit dem Modell</translation>
    </message>
    <message>
      <source>An object by hand is taken to cost 2 actions and {seconds} s, the mean of {count} of your own.</source>
      <translation>Ein Objekt von Hand wird mit 2 Handgriffen und {seconds} s gerechnet, dem Mittel von {count} eigenen.</translation>
    </message>
    <message>
      <source>An object by hand is taken to cost 2 actions and {seconds} s, which is quick for a box; from 20 timed objects on it will be your own mean.</source>
      <translation>Ein Objekt von Hand wird mit 2 Handgriffen und {seconds} s gerechnet, was für ein Rechteck schnell ist; ab 20 gemessenen Objekten ist es Ihr eigenes Mittel.</translation>
    </message>
    <message>
      <source>Another mix, no drift</source>
      <translation>Andere Mischung, keine Drift</translation>
    </message>
    <message>
      <source>At once</source>
      <translation>Auf einmal</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>Checked on {when}</source>
      <translation>Geprüft am {when}</translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation>Berichtigt</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Drawn by hand</source>
      <translation>Von Hand gezeichnet</translation>
    </message>
    <message>
      <source>Drift</source>
      <translation>Drift</translation>
    </message>
    <message>
      <source>Effort by version</source>
      <translation>Aufwand nach Version</translation>
    </message>
    <message>
      <source>Effort over time</source>
      <translation>Aufwand im Lauf der Zeit</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Images predicted</source>
      <translation>Vorhergesagte Bilder</translation>
    </message>
    <message>
      <source>Judged by a person</source>
      <translation>Selbst beurteilt</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Looked at</source>
      <translation>Angesehen</translation>
    </message>
    <message>
      <source>Looked at: precision of what was judged one by one or with its image open, from {count} on.</source>
      <translation>Angesehen: Genauigkeit dessen, was einzeln oder bei offenem Bild beurteilt wurde, ab {count}.</translation>
    </message>
    <message>
      <source>Looks at images</source>
      <translation>Blicke auf Bilder</translation>
    </message>
    <message>
      <source>Minutes all by hand</source>
      <translation>Minuten, alles von Hand</translation>
    </message>
    <message>
      <source>Minutes are the gaps between what a person did; after a minute of nothing it was a pause. What was judged at once on several images is left out of them, and they are told from {count} timed looks on.</source>
      <translation>Minuten sind die Abstände zwischen dem, was ein Mensch getan hat; nach einer Minute ohne etwas war es eine Pause. Was auf mehreren Bildern auf einmal beurteilt wurde, zählt darin nicht, und genannt werden sie ab {count} gestoppten Blicken.</translation>
    </message>
    <message>
      <source>Minutes with the model</source>
      <translation>Minuten mit dem Modell</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Übersehen</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <source>No drift</source>
      <translation>Keine Drift</translation>
    </message>
    <message>
      <source>No model has predicted an image of this dataset yet, and nothing was judged.</source>
      <translation>Noch kein Modell hat ein Bild dieses Datensatzes vorhergesagt, und nichts wurde beurteilt.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>Of the {count} judged one by one, or with their image open, {share} were right.</source>
      <translation>Von den {count}, die einzeln oder bei offenem Bild beurteilt wurden, waren {share} richtig.</translation>
    </message>
    <message>
      <source>Only images that chance has chosen and on which nothing was judged at once, so the honest measure: where images are labelled because a model is unsure of them, it looks worse than it is.</source>
      <translation>Nur Bilder, die der Zufall bestimmt hat und auf denen nichts auf einmal beurteilt wurde, also das ehrliche Maß: Wo Bilder beschriftet werden, weil ein Modell bei ihnen unsicher ist, sieht es schlechter aus, als es ist.</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überdeckung</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Precision, looked at</source>
      <translation>Genauigkeit, angesehen</translation>
    </message>
    <message>
      <source>Precision: of what was judged, what was right. Recall: of what is there, what was suggested.</source>
      <translation>Genauigkeit: was vom Beurteilten richtig war. Trefferquote: was vom Vorhandenen vorgeschlagen war.</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Relabelled</source>
      <translation>Umbenannt</translation>
    </message>
    <message>
      <source>Report on {dataset}</source>
      <translation>Bericht über {dataset}</translation>
    </message>
    <message>
      <source>Right, of what was judged</source>
      <translation>Richtig vom Beurteilten</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespart</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Suggestions made, verdicts that stand, objects drawn by hand, and images that a version looked at.</source>
      <translation>Gemachte Vorschläge, geltende Urteile, von Hand gezeichnete Objekte und Bilder, die eine Version angesehen hat.</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>The {recent} new images are another mix than the {reference} that {model} learned from ({how}), but each is like some of these: perhaps they are one series. The model knows such images.</source>
      <translation>Die {recent} neuen Bilder sind eine andere Mischung als die {reference}, aus denen {model} gelernt hat ({how}), aber jedes gleicht einigen davon: vielleicht sind sie eine Serie. Das Modell kennt solche Bilder.</translation>
    </message>
    <message>
      <source>The {recent} new images differ from the {reference} that {model} learned from: {how}. {outside} of them are farther off than 19 of 20 training images are from each other. Look at the camera and the light; if this is how images look from now on, label some of them and train again.</source>
      <translation>Die {recent} neuen Bilder unterscheiden sich von den {reference}, aus denen {model} gelernt hat: {how}. {outside} davon liegen ferner als 19 von 20 Trainingsbildern voneinander. Sehen Sie nach Kamera und Licht; wenn Bilder von nun an so aussehen, beschriften Sie einige und trainieren Sie neu.</translation>
    </message>
    <message>
      <source>The {recent} new images look like the {reference} that {model} learned from.</source>
      <translation>Die {recent} neuen Bilder sehen aus wie die {reference}, aus denen {model} gelernt hat.</translation>
    </message>
    <message>
      <source>There are {recent} new images and {reference} that {model} learned from; to tell, {least} of each are needed.</source>
      <translation>Es gibt {recent} neue Bilder und {reference}, aus denen {model} gelernt hat; für ein Urteil braucht es je {least}.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Time by hand</source>
      <translation>Zeit von Hand</translation>
    </message>
    <message>
      <source>Time saved</source>
      <translation>Gesparte Zeit</translation>
    </message>
    <message>
      <source>Timed on {count} of the {all} looks that it takes to tell</source>
      <translation>Bei {count} von {all} Blicken gestoppt, die es für eine Aussage braucht</translation>
    </message>
    <message>
      <source>Too few images to tell</source>
      <translation>Zu wenige Bilder für ein Urteil</translation>
    </message>
    <message>
      <source>Use over time</source>
      <translation>Nutzung im Lauf der Zeit</translation>
    </message>
    <message>
      <source>Verdicts</source>
      <translation>Urteile</translation>
    </message>
    <message>
      <source>Verdicts by score</source>
      <translation>Urteile nach Wert</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Week from</source>
      <translation>Woche ab</translation>
    </message>
    <message>
      <source>What was accepted at once says nothing of that.</source>
      <translation>Was auf einmal angenommen wurde, sagt darüber nichts.</translation>
    </message>
    <message>
      <source>Where nearly all is accepted, the threshold can be lower; where much is rejected, higher.</source>
      <translation>Wo fast alles angenommen wird, kann die Schwelle niedriger sein; wo viel abgelehnt wird, höher.</translation>
    </message>
    <message>
      <source>brighter by {share} %</source>
      <translation>um {share} % heller</translation>
    </message>
    <message>
      <source>brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>darker by {share} %</source>
      <translation>um {share} % dunkler</translation>
    </message>
    <message>
      <source>in what they show</source>
      <translation>in dem, was sie zeigen</translation>
    </message>
    <message>
      <source>less contrast by {share} %</source>
      <translation>um {share} % weniger Kontrast</translation>
    </message>
    <message>
      <source>less sharp by {share} %</source>
      <translation>um {share} % weniger scharf</translation>
    </message>
    <message>
      <source>more contrast by {share} %</source>
      <translation>um {share} % mehr Kontrast</translation>
    </message>
    <message>
      <source>sharper by {share} %</source>
      <translation>um {share} % schärfer</translation>
    </message>
    <message>
      <source>sharpness</source>
      <translation>Schärfe</translation>
    </message>
    <message>
      <source>{actions} instead of {hand}</source>
      <translation>{actions} statt {hand}</translation>
    </message>
    <message>
      <source>{count} of the {all} counted as right were accepted on several images at once: nobody need have looked at each, so precision and recall are upper bounds.</source>
      <translation>{count} der {all} als richtig gezählten wurden auf mehreren Bildern auf einmal angenommen: Niemand muss jedes angesehen haben, Genauigkeit und Trefferquote sind also Obergrenzen.</translation>
    </message>
    <message>
      <source>{count} of the {all} verdicts were given on several images at once: nobody need have looked at each, so precision and recall are no surer than these.</source>
      <translation>{count} der {all} Urteile wurden auf mehreren Bildern auf einmal gegeben: Niemand muss jedes angesehen haben, Genauigkeit und Trefferquote sind also nicht sicherer als diese.</translation>
    </message>
    <message>
      <source>{hours} h</source>
      <translation>{hours} h</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{seconds} instead of {hand}</source>
      <translation>{seconds} statt {hand}</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{share} of what is there was suggested</source>
      <translation>{share} des Vorhandenen waren vorgeschlagen</translation>
    </message>
    <message>
      <source>{share} of what was looked at; {found}</source>
      <translation>{share} von dem, was angesehen wurde; {found}</translation>
    </message>
  </context>
  <context>
    <name>ReportsPage</name>
    <message>
      <source>As of {when}</source>
      <translation>Stand {when}</translation>
    </message>
    <message>
      <source>Nothing was predicted or judged yet. Let a model suggest objects and accept, correct or reject them: this page then shows how good the model is, over time, by version, by score and by label, and what it saves against drawing all by hand.</source>
      <translation>Noch wurde nichts vorhergesagt oder beurteilt. Lassen Sie ein Modell Objekte vorschlagen und nehmen Sie sie an, berichtigen oder lehnen Sie sie ab: dann zeigt diese Seite, wie gut das Modell ist, im Lauf der Zeit, nach Version, Wert und Label, und was es gegenüber dem Zeichnen von Hand spart.</translation>
    </message>
    <message>
      <source>Reading what was said of the suggestions…</source>
      <translation>Lese, was zu den Vorschlägen gesagt wurde …</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Berichte</translation>
    </message>
    <message>
      <source>Save as HTML…</source>
      <translation>Als HTML speichern …</translation>
    </message>
    <message>
      <source>Write one page with all charts and tables that any browser opens and prints</source>
      <translation>Eine Seite mit allen Diagrammen und Tabellen schreiben, die jeder Browser öffnet und druckt</translation>
    </message>
  </context>
  <context>
    <name>ResizeForm</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>JPEG quality</source>
      <translation>JPEG-Qualität</translation>
    </message>
    <message>
      <source>Longest side</source>
      <translation>Längste Seite</translation>
    </message>
    <message>
      <source>Make smaller images larger as well</source>
      <translation>Kleinere Bilder auch vergrößern</translation>
    </message>
    <message>
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
  </context>
  <context>
    <name>RetrainingCard</name>
    <message numerus="yes">
      <source>%n day(s) old</source>
      <translation>
        <numerusform>%n Tag alt</numerusform>
        <numerusform>%n Tage alt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n since {model}</source>
      <translation>
        <numerusform>%n seit {model}</numerusform>
        <numerusform>%n seit {model}</numerusform>
      </translation>
    </message>
    <message>
      <source>It is time to train again</source>
      <translation>Es ist Zeit, neu zu trainieren</translation>
    </message>
    <message>
      <source>Next run…</source>
      <translation>Nächster Lauf …</translation>
    </message>
    <message>
      <source>No need to train again yet</source>
      <translation>Noch nicht nötig, neu zu trainieren</translation>
    </message>
    <message>
      <source>Open the form of a run that goes on from the version in use</source>
      <translation>Das Formular eines Laufs öffnen, der von der benutzten Version weitermacht</translation>
    </message>
    <message>
      <source>Say that it is time</source>
      <translation>Sagen, dass es Zeit ist</translation>
    </message>
    <message>
      <source>When to train again</source>
      <translation>Wann neu zu trainieren ist</translation>
    </message>
    <message>
      <source>after so many days:</source>
      <translation>nach so vielen Tagen:</translation>
    </message>
    <message>
      <source>after so many newly labelled images:</source>
      <translation>nach so vielen neu annotierten Bildern:</translation>
    </message>
    <message>
      <source>drift</source>
      <translation>Drift</translation>
    </message>
    <message>
      <source>no drift</source>
      <translation>keine Drift</translation>
    </message>
    <message>
      <source>not checked</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <source>too few images to tell</source>
      <translation>zu wenige Bilder für eine Aussage</translation>
    </message>
    <message>
      <source>when new images differ</source>
      <translation>wenn neue Bilder sich unterscheiden</translation>
    </message>
  </context>
  <context>
    <name>ReviewActions</name>
    <message>
      <source>Assist as I &amp;go</source>
      <translation>Beim &amp;Öffnen mithelfen</translation>
    </message>
    <message>
      <source>Disagreements</source>
      <translation>Widersprüche</translation>
    </message>
    <message>
      <source>Have the model look at each image as it is opened, unless it has seen it already</source>
      <translation>Lässt das Modell jedes Bild beim Öffnen ansehen, wenn es das noch nicht getan hat</translation>
    </message>
    <message>
      <source>Held down, shows under the mouse what the model was not sure of; a click takes it</source>
      <translation>Zeigt, solange gedrückt, unter der Maus, wobei das Modell unsicher war; ein Klick übernimmt es</translation>
    </message>
    <message>
      <source>Look below the threshold while held</source>
      <translation>Unter die Schwelle sehen, solange gedrückt</translation>
    </message>
    <message>
      <source>Make an object of the best suggestion below the threshold under the mouse</source>
      <translation>Den besten Vorschlag unter der Schwelle, auf dem die Maus steht, zum Objekt machen</translation>
    </message>
    <message>
      <source>Next image with suggestions</source>
      <translation>Nächstes Bild mit Vorschlägen</translation>
    </message>
    <message>
      <source>Open the next image of the list on which suggestions wait</source>
      <translation>Öffnet das nächste Bild der Liste, auf dem Vorschläge warten</translation>
    </message>
    <message>
      <source>Pre-label s&amp;ettings…</source>
      <translation>&amp;Einstellungen zum Vorannotieren …</translation>
    </message>
    <message>
      <source>Show suggestions that contradict your objects as well; accepting one replaces yours</source>
      <translation>Zeigt auch Vorschläge, die Ihren Objekten widersprechen; angenommen ersetzen sie Ihres</translation>
    </message>
    <message>
      <source>Show the suggestions, or the picture without them</source>
      <translation>Zeigt die Vorschläge, oder das Bild ohne sie</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Take what the model saw here</source>
      <translation>Übernehmen, was das Modell hier sah</translation>
    </message>
    <message>
      <source>What is kept of what the model finds, under which name, and how it looks</source>
      <translation>Was vom Gefundenen behalten wird, unter welchem Namen, und wie das Modell hinsieht</translation>
    </message>
  </context>
  <context>
    <name>Reviewing</name>
    <message>
      <source>No model has suggested anything yet.
Pre-label images on the page Annotate, and review here what was found.</source>
      <translation>Noch hat kein Modell etwas vorgeschlagen.
Lassen Sie auf der Seite Annotieren Bilder vorannotieren, und sehen Sie hier durch, was gefunden wurde.</translation>
    </message>
    <message>
      <source>Open a folder to review what models suggest.</source>
      <translation>Öffnen Sie einen Ordner, um durchzusehen, was Modelle vorschlagen.</translation>
    </message>
    <message>
      <source>Reading the suggestions…</source>
      <translation>Die Vorschläge werden gelesen …</translation>
    </message>
    <message>
      <source>The suggestions cannot be read.</source>
      <translation>Die Vorschläge können nicht gelesen werden.</translation>
    </message>
  </context>
  <context>
    <name>RotatedBoxTool</name>
    <message>
      <source>Drag along one edge of the box, or click its two ends. Shift turns in steps of 15°.</source>
      <translation>An einer Kante der Box entlang ziehen oder ihre beiden Enden klicken. Umschalt dreht in Schritten von 15°.</translation>
    </message>
    <message>
      <source>Draw rotated box</source>
      <translation>Gedrehte Box zeichnen</translation>
    </message>
    <message>
      <source>Release or click at the end of the edge, Esc cancels.</source>
      <translation>Am Ende der Kante loslassen oder klicken, Esc bricht ab.</translation>
    </message>
    <message>
      <source>{width} × {height} pixels, {angle}°. Click to finish, Esc cancels.</source>
      <translation>{width} × {height} Pixel, {angle}°. Klick beendet, Esc bricht ab.</translation>
    </message>
  </context>
  <context>
    <name>RunActions</name>
    <message>
      <source>&amp;Delete runs…</source>
      <translation>Läufe &amp;löschen …</translation>
    </message>
    <message>
      <source>&amp;Earlier in the queue</source>
      <translation>&amp;Früher in der Warteschlange</translation>
    </message>
    <message>
      <source>&amp;Later in the queue</source>
      <translation>&amp;Später in der Warteschlange</translation>
    </message>
    <message>
      <source>&amp;Note on the run…</source>
      <translation>&amp;Notiz zum Lauf …</translation>
    </message>
    <message>
      <source>All that the run and its process have said, to be searched</source>
      <translation>Alles, was der Lauf und sein Prozess gesagt haben, durchsuchbar</translation>
    </message>
    <message>
      <source>Let the run behind it start first</source>
      <translation>Den Lauf dahinter zuerst beginnen lassen</translation>
    </message>
    <message>
      <source>Let the run start before the one ahead of it</source>
      <translation>Den Lauf vor dem vor ihm beginnen lassen</translation>
    </message>
    <message>
      <source>Open the &amp;folder of the run</source>
      <translation>&amp;Ordner des Laufs öffnen</translation>
    </message>
    <message>
      <source>P&amp;ause training</source>
      <translation>Training p&amp;ausieren</translation>
    </message>
    <message>
      <source>Put the settings of the run into the form for the next one</source>
      <translation>Die Einstellungen des Laufs in das Formular für den nächsten übernehmen</translation>
    </message>
    <message>
      <source>Remove the selected runs for good; published models stay</source>
      <translation>Die gewählten Läufe endgültig entfernen; veröffentlichte Modelle bleiben</translation>
    </message>
    <message>
      <source>Repeat &amp;with these settings</source>
      <translation>Mit diesen &amp;Einstellungen wiederholen</translation>
    </message>
    <message>
      <source>Save everything and free the computer; Resume goes on from there</source>
      <translation>Alles sichern und den Rechner freigeben; Fortsetzen geht dort weiter</translation>
    </message>
    <message>
      <source>Show the &amp;log of the run</source>
      <translation>&amp;Protokoll des Laufs zeigen</translation>
    </message>
    <message>
      <source>Show the files of the run in the system's file browser</source>
      <translation>Die Dateien des Laufs in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
      <source>Start &amp;now, beside the others</source>
      <translation>&amp;Jetzt starten, neben den anderen</translation>
    </message>
    <message>
      <source>Start a run that waits although another one is at work</source>
      <translation>Einen wartenden Lauf starten, obwohl ein anderer arbeitet</translation>
    </message>
    <message>
      <source>Write a line about the run, for the list</source>
      <translation>Eine Zeile über den Lauf schreiben, für die Liste</translation>
    </message>
  </context>
  <context>
    <name>RunList</name>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>Runs of this project: choose one to see its curves</source>
      <translation>Läufe dieses Projekts: Wählen Sie einen, um seine Kurven zu sehen</translation>
    </message>
  </context>
  <context>
    <name>RunModel</name>
    <message>
      <source>A throw-away run: it is not published.</source>
      <translation>Ein Lauf zum Probieren: er wird nicht veröffentlicht.</translation>
    </message>
    <message>
      <source>Best</source>
      <translation>Bestwert</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>Folder: {name}</source>
      <translation>Ordner: {name}</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>Started</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <source>Started by {user} on {host}</source>
      <translation>Begonnen von {user} auf {host}</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>{name} (throw-away)</source>
      <translation>{name} (zum Probieren)</translation>
    </message>
  </context>
  <context>
    <name>RunView</name>
    <message>
      <source>Broken loss</source>
      <translation>Verlust defekt</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Pausing…</source>
      <translation>Pausiert gleich …</translation>
    </message>
    <message>
      <source>Press Train to start the first run: its curves, figures and log appear here.</source>
      <translation>„Trainieren“ startet den ersten Lauf: Seine Kurven, Zahlen und Meldungen erscheinen hier.</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Stoppt …</translation>
    </message>
    <message>
      <source>Take from the queue</source>
      <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
  </context>
  <context>
    <name>ScissorsTool</name>
    <message>
      <source>Click further along the edge. Ctrl goes straight, Backspace takes one back, Esc cancels.</source>
      <translation>Weiter am Rand entlang klicken. Strg geht gerade, Rücktaste nimmt einen zurück, Esc bricht ab.</translation>
    </message>
    <message>
      <source>Click on the edge of a thing, then further along it: the outline follows the edge.</source>
      <translation>Auf den Rand eines Dings klicken, dann weiter an ihm entlang: Der Umriss folgt dem Rand.</translation>
    </message>
    <message>
      <source>Cut out with scissors</source>
      <translation>Mit der Schere ausschneiden</translation>
    </message>
    <message>
      <source>Enter, a double click or a click on the first point closes. Ctrl goes straight, Backspace takes one back.</source>
      <translation>Enter, Doppelklick oder Klick auf den ersten Punkt schließt. Strg geht gerade, Rücktaste nimmt einen zurück.</translation>
    </message>
  </context>
  <context>
    <name>Scope</name>
    <message>
      <source>Every image; what you drew is never changed</source>
      <translation>Jedes Bild; was Sie gezeichnet haben, wird nie geändert</translation>
    </message>
    <message>
      <source>Images of which nothing is said yet: no annotation, no mask and no class in a list</source>
      <translation>Bilder, von denen noch nichts gesagt ist: keine Annotation, keine Maske und keine Klasse in einer Liste</translation>
    </message>
    <message>
      <source>The image that is open</source>
      <translation>Das geöffnete Bild</translation>
    </message>
    <message>
      <source>What is selected on the page Images</source>
      <translation>Was auf der Seite Bilder ausgewählt ist</translation>
    </message>
    <message>
      <source>What the list shows: search there to choose</source>
      <translation>Was die Liste zeigt: Wählen Sie durch die Suche dort</translation>
    </message>
    <message>
      <source>all images</source>
      <translation>alle Bilder</translation>
    </message>
    <message>
      <source>images in the list</source>
      <translation>Bilder der Liste</translation>
    </message>
    <message>
      <source>images selected</source>
      <translation>ausgewählte Bilder</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>dieses Bild</translation>
    </message>
    <message>
      <source>unlabelled images</source>
      <translation>nicht annotierte Bilder</translation>
    </message>
  </context>
  <context>
    <name>ScoreCurves</name>
    <message>
      <source>Against the threshold</source>
      <translation>Über der Schwelle</translation>
    </message>
    <message>
      <source>Evaluate to see the curves.</source>
      <translation>Werten Sie aus, um die Kurven zu sehen.</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <source>threshold</source>
      <translation>Schwelle</translation>
    </message>
  </context>
  <context>
    <name>ScoreHistogram</name>
    <message>
      <source>Scores, and the two thresholds</source>
      <translation>Werte und die beiden Schwellen</translation>
    </message>
    <message>
      <source>{low} to {high}: {count}</source>
      <translation>{low} bis {high}: {count}</translation>
    </message>
  </context>
  <context>
    <name>SearchLine</name>
    <message>
      <source>Name, label:…, state:…</source>
      <translation>Name, label:…, state:…</translation>
    </message>
    <message>
      <source>Nothing matches so far; the list stays until Enter.</source>
      <translation>Bisher passt nichts; die Liste bleibt bis zur Eingabetaste.</translation>
    </message>
    <message>
      <source>Search images</source>
      <translation>Bilder suchen</translation>
    </message>
    <message>
      <source>a minus: images for which it does not hold</source>
      <translation>ein Minus: Bilder, für die es nicht gilt</translation>
    </message>
    <message>
      <source>a suggestion with such a score</source>
      <translation>ein Vorschlag mit solcher Wertung</translation>
    </message>
    <message>
      <source>an object of that label; label:scratch,dent any of the two</source>
      <translation>ein Objekt dieses Labels; label:scratch,dent eines von beiden</translation>
    </message>
    <message>
      <source>an object of that size in pixels</source>
      <translation>ein Objekt dieser Größe in Pixeln</translation>
    </message>
    <message>
      <source>file name; * and ? stand for any signs</source>
      <translation>Dateiname; * und ? stehen für beliebige Zeichen</translation>
    </message>
    <message>
      <source>images that have one</source>
      <translation>Bilder, die eines haben</translation>
    </message>
    <message>
      <source>state, tag, number of objects of the image</source>
      <translation>Zustand, Tag, Anzahl der Objekte des Bildes</translation>
    </message>
  </context>
  <context>
    <name>SelectTool</name>
    <message>
      <source>Add point</source>
      <translation>Punkt hinzufügen</translation>
    </message>
    <message>
      <source>Click an object to select it, drag a frame round several. The middle button or {keys}+drag pans, the wheel zooms.</source>
      <translation>Ein Objekt durch Klick auswählen, mehrere durch einen Rahmen. Mittlere Taste oder {keys}+Ziehen verschiebt, das Mausrad zoomt.</translation>
    </message>
    <message>
      <source>Drag the corner.</source>
      <translation>Die Ecke ziehen.</translation>
    </message>
    <message>
      <source>Drag the edge to add a point.</source>
      <translation>Die Kante ziehen, um einen Punkt hinzuzufügen.</translation>
    </message>
    <message>
      <source>Drag the edge.</source>
      <translation>Die Kante ziehen.</translation>
    </message>
    <message>
      <source>Drag the point. {keys} or Alt+click removes it.</source>
      <translation>Ziehen verschiebt den Punkt. {keys} oder Alt+Klick entfernt ihn.</translation>
    </message>
    <message>
      <source>Drag to move, double-click to change the label, click again for what lies below.</source>
      <translation>Ziehen verschiebt, Doppelklick ändert das Label, noch ein Klick nimmt, was darunter liegt.</translation>
    </message>
    <message>
      <source>Drag to turn the box. Shift turns in steps of 15°.</source>
      <translation>Ziehen dreht die Box. Umschalt dreht in Schritten von 15°.</translation>
    </message>
    <message>
      <source>Move object</source>
      <translation>Objekt verschieben</translation>
    </message>
    <message>
      <source>Move objects</source>
      <translation>Objekte verschieben</translation>
    </message>
    <message>
      <source>Move point</source>
      <translation>Punkt verschieben</translation>
    </message>
    <message>
      <source>Remove point</source>
      <translation>Punkt entfernen</translation>
    </message>
    <message>
      <source>Resize box</source>
      <translation>Boxgröße ändern</translation>
    </message>
    <message>
      <source>Turn box</source>
      <translation>Box drehen</translation>
    </message>
    <message>
      <source>{angle}°. Shift turns in steps of 15°.</source>
      <translation>{angle}°. Umschalt dreht in Schritten von 15°.</translation>
    </message>
  </context>
  <context>
    <name>SetDialog</name>
    <message numerus="yes">
      <source>%n labelled image(s)</source>
      <translation>
        <numerusform>%n annotiertes Bild</numerusform>
        <numerusform>%n annotierte Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them are learned from now: they leave the list train.</source>
      <translation>
        <numerusform>Von %n davon wird jetzt gelernt: Es verlässt die Liste train.</numerusform>
        <numerusform>Von %n davon wird jetzt gelernt: Sie verlassen die Liste train.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n selected image(s)</source>
      <translation>
        <numerusform>%n ausgewähltes Bild</numerusform>
        <numerusform>%n ausgewählte Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without labels are left out.</source>
      <translation>
        <numerusform>%n ohne Labels bleibt weg.</numerusform>
        <numerusform>%n ohne Labels bleiben weg.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>By %n of them the best epoch is chosen: figures flatter a little.</source>
      <translation>
        <numerusform>Nach %n davon wird die beste Epoche gewählt: Die Werte schmeicheln ein wenig.</numerusform>
        <numerusform>Nach %n davon wird die beste Epoche gewählt: Die Werte schmeicheln ein wenig.</numerusform>
      </translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Wird gezählt …</translation>
    </message>
    <message>
      <source>Every version is measured on these images by itself, and no model learns from them from now on.</source>
      <translation>Jede Version wird von selbst auf diesen Bildern gemessen, und kein Modell lernt von nun an von ihnen.</translation>
    </message>
    <message>
      <source>Freeze</source>
      <translation>Einfrieren</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>New benchmark set</source>
      <translation>Neuer Prüfsatz</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>The list {name}</source>
      <translation>Die Liste {name}</translation>
    </message>
    <message>
      <source>What a search finds</source>
      <translation>Was eine Suche findet</translation>
    </message>
    <message>
      <source>such as night shift</source>
      <translation>etwa Nachtschicht</translation>
    </message>
  </context>
  <context>
    <name>SettingWords</name>
    <message>
      <source>Anchors from the data</source>
      <translation>Anker aus den Daten</translation>
    </message>
    <message>
      <source>Average of weights</source>
      <translation>Mittel der Gewichte</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Grundnetz</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Stapelgröße</translation>
    </message>
    <message>
      <source>Blur in pixels</source>
      <translation>Unschärfe in Pixeln</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>Cache in MB</source>
      <translation>Zwischenspeicher in MB</translation>
    </message>
    <message>
      <source>Channels last</source>
      <translation>Kanäle zuletzt</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Input size</source>
      <translation>Eingabegröße</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Learned from</source>
      <translation>Gelernt aus</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Least images a label</source>
      <translation>Mindestzahl Bilder je Label</translation>
    </message>
    <message>
      <source>Least part of an object</source>
      <translation>Mindestanteil eines Objekts</translation>
    </message>
    <message>
      <source>Longest side</source>
      <translation>Längste Seite</translation>
    </message>
    <message>
      <source>Measured on</source>
      <translation>Gemessen auf</translation>
    </message>
    <message>
      <source>Mirrored</source>
      <translation>Gespiegelt</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überdeckung</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Geduld</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Processes</source>
      <translation>Prozesse</translation>
    </message>
    <message>
      <source>Quarter turns</source>
      <translation>Vierteldrehungen</translation>
    </message>
    <message>
      <source>Rare labels count more</source>
      <translation>Seltene Labels zählen mehr</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>Rotation in degrees</source>
      <translation>Drehung in Grad</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startzahl</translation>
    </message>
    <message>
      <source>Share of the images</source>
      <translation>Anteil der Bilder</translation>
    </message>
    <message>
      <source>Starting weights</source>
      <translation>Anfangsgewichte</translation>
    </message>
    <message>
      <source>Stretch</source>
      <translation>Verzerrung</translation>
    </message>
    <message>
      <source>TensorBoard</source>
      <translation>TensorBoard</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Threads for images</source>
      <translation>Threads für Bilder</translation>
    </message>
    <message>
      <source>Throw-away run</source>
      <translation>Wegwerflauf</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Time limit in s</source>
      <translation>Zeitgrenze in s</translation>
    </message>
    <message>
      <source>Tint</source>
      <translation>Farbstich</translation>
    </message>
    <message>
      <source>Upside down</source>
      <translation>Kopfüber</translation>
    </message>
    <message>
      <source>Views an epoch</source>
      <translation>Ansichten je Epoche</translation>
    </message>
    <message>
      <source>Warm-up steps</source>
      <translation>Aufwärmschritte</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>Gewichtsabnahme</translation>
    </message>
    <message>
      <source>Went on from</source>
      <translation>Weiter von</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
  </context>
  <context>
    <name>SettingsPopup</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>Drop doubles</source>
      <translation>Doppelte weglassen</translation>
    </message>
    <message>
      <source>Everything as the program comes with it, for this model</source>
      <translation>Für dieses Modell alles, wie es das Programm mitbringt</translation>
    </message>
    <message>
      <source>For every version of this model in this project. Pre-label again to have it followed.</source>
      <translation>Für alle Versionen dieses Modells in diesem Projekt. Es gilt vom nächsten Vorannotieren an.</translation>
    </message>
    <message>
      <source>How far a polygon may stray from the mask: more gives fewer points</source>
      <translation>Wie weit ein Polygon von der Maske abweichen darf: Mehr ergibt weniger Punkte</translation>
    </message>
    <message>
      <source>How much two finds may have in common (IoU) before one is dropped</source>
      <translation>Wie viel zwei Funde gemeinsam haben dürfen (IoU), bevor einer entfällt</translation>
    </message>
    <message>
      <source>Pixels become</source>
      <translation>Pixel werden zu</translation>
    </message>
    <message>
      <source>Pre-label settings</source>
      <translation>Einstellungen zum Vorannotieren</translation>
    </message>
    <message>
      <source>Pre-label with {model}</source>
      <translation>Mit {model} vorannotieren</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>What the pixels that a model finds are suggested as</source>
      <translation>Als was die gefundenen Pixel vorgeschlagen werden</translation>
    </message>
    <message>
      <source>Where two finds overlap by more, the one that scores less is dropped</source>
      <translation>Wo zwei Funde mehr überlappen, entfällt der weniger sichere</translation>
    </message>
    <message>
      <source>masks</source>
      <translation>Masken</translation>
    </message>
    <message>
      <source>of any label</source>
      <translation>jedes Labels</translation>
    </message>
    <message>
      <source>of one label</source>
      <translation>desselben Labels</translation>
    </message>
    <message>
      <source>over</source>
      <translation>über</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>Polygonen</translation>
    </message>
    <message>
      <source>to within</source>
      <translation>bis auf</translation>
    </message>
  </context>
  <context>
    <name>ShapeActions</name>
    <message>
      <source>Fill all holes of the selected masks</source>
      <translation>Alle Löcher der gewählten Masken füllen</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Löcher füllen</translation>
    </message>
    <message>
      <source>Make an object of each part of the selected masks</source>
      <translation>Aus jedem Teil der gewählten Masken ein Objekt machen</translation>
    </message>
    <message>
      <source>Make one object of the selected ones of one label</source>
      <translation>Aus den gewählten Objekten eines Labels eines machen</translation>
    </message>
    <message>
      <source>Make polygons of the selected masks, or masks of the other shapes</source>
      <translation>Aus den gewählten Masken Polygone machen oder aus den anderen Formen Masken</translation>
    </message>
    <message>
      <source>Mask to polygon and back</source>
      <translation>Maske zu Polygon und zurück</translation>
    </message>
    <message>
      <source>Merge into one mask</source>
      <translation>Zu einer Maske vereinen</translation>
    </message>
    <message>
      <source>Split mask into parts</source>
      <translation>Maske in Teile zerlegen</translation>
    </message>
  </context>
  <context>
    <name>ShapeEdits</name>
    <message>
      <source>A polygon has no holes: each is joined to the outline by a cut of no width.</source>
      <translation>Ein Polygon hat keine Löcher: Jedes wird durch einen Schnitt ohne Breite mit dem Umriss verbunden.</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Löcher füllen</translation>
    </message>
    <message>
      <source>Make mask</source>
      <translation>Zur Maske machen</translation>
    </message>
    <message>
      <source>Make polygon</source>
      <translation>Zum Polygon machen</translation>
    </message>
    <message>
      <source>Merge objects</source>
      <translation>Objekte vereinen</translation>
    </message>
    <message>
      <source>Select a mask of several parts first.</source>
      <translation>Wählen Sie zuerst eine Maske aus mehreren Teilen.</translation>
    </message>
    <message>
      <source>Select a mask with holes first.</source>
      <translation>Wählen Sie zuerst eine Maske mit Löchern.</translation>
    </message>
    <message>
      <source>Select masks or polygons first.</source>
      <translation>Wählen Sie zuerst Masken oder Polygone.</translation>
    </message>
    <message>
      <source>Split mask</source>
      <translation>Maske zerlegen</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Choose an action, click into the line below and press its new keys.</source>
      <translation>Wählen Sie eine Aktion, klicken Sie in die Zeile unten und drücken Sie ihre neuen Tasten.</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Keys as in</source>
      <translation>Tasten wie in</translation>
    </message>
    <message>
      <source>Keys without a menu</source>
      <translation>Tasten ohne Menü</translation>
    </message>
    <message>
      <source>No keys</source>
      <translation>Keine Tasten</translation>
    </message>
    <message>
      <source>Press new keys in the line below, then Set or Add.</source>
      <translation>Neue Tasten in der Zeile unten drücken, dann „Setzen“ oder „Hinzufügen“.</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>Search an action or a key</source>
      <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <source>{keys} belongs to '{action}' and would be taken from it.</source>
      <translation>{keys} gehört zu „{action}“ und würde dort entfernt.</translation>
    </message>
  </context>
  <context>
    <name>SizePlot</name>
    <message>
      <source>A point appears with each run.</source>
      <translation>Mit jedem Lauf erscheint ein Punkt.</translation>
    </message>
    <message>
      <source>Images and quality</source>
      <translation>Bilder und Güte</translation>
    </message>
    <message>
      <source>expected</source>
      <translation>erwartet</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>training images</source>
      <translation>Trainingsbilder</translation>
    </message>
  </context>
  <context>
    <name>SizeView</name>
    <message numerus="yes">
      <source>(%n image(s))</source>
      <translation>
        <numerusform>(%n Bild)</numerusform>
        <numerusform>(%n Bilder)</numerusform>
      </translation>
    </message>
    <message>
      <source>Four runs with the settings of the chosen version learn from 25, 50, 75 and 100 % of the training images, the smaller share always part of the larger. They wait in the queue of the Train page, take about two and a half times as long as one training, and publish nothing.</source>
      <translation>Vier Läufe mit den Einstellungen der gewählten Version lernen aus 25, 50, 75 und 100 % der Trainingsbilder, der kleinere Teil immer im größeren enthalten. Sie warten in der Schlange der Seite „Trainieren“, dauern etwa zweieinhalbmal so lange wie ein Training und veröffentlichen nichts.</translation>
    </message>
    <message>
      <source>Learn the curve</source>
      <translation>Kurve lernen</translation>
    </message>
    <message>
      <source>More images brought nothing that can be measured: better or more varied ones may.</source>
      <translation>Mehr Bilder brachten nichts Messbares: bessere oder verschiedenere vielleicht.</translation>
    </message>
    <message>
      <source>Queue four throw-away runs with the settings of the chosen version</source>
      <translation>Vier Wegwerfläufe mit den Einstellungen der gewählten Version anstellen</translation>
    </message>
    <message>
      <source>Too few runs came to an end to say anything.</source>
      <translation>Zu wenige Läufe kamen ans Ende, um etwas zu sagen.</translation>
    </message>
    <message>
      <source>Twice the images would probably bring about {gain} points ({low} to {high}).</source>
      <translation>Doppelt so viele Bilder brächten wahrscheinlich etwa {gain} Punkte ({low} bis {high}).</translation>
    </message>
    <message>
      <source>Would more images help? Nobody knows yet.</source>
      <translation>Würden mehr Bilder helfen? Das weiß noch niemand.</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs}</source>
      <translation>Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
      <source>{done} of {total} runs are done.</source>
      <translation>{done} von {total} Läufen sind fertig.</translation>
    </message>
  </context>
  <context>
    <name>Sizes</name>
    <message>
      <source>height, pixels</source>
      <translation>Höhe, Pixel</translation>
    </message>
    <message>
      <source>width, pixels</source>
      <translation>Breite, Pixel</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} Pixel</translation>
    </message>
  </context>
  <context>
    <name>SmartTool</name>
    <message>
      <source>Click an object, or drag a box round it.</source>
      <translation>Ein Objekt anklicken oder eine Box darum ziehen.</translation>
    </message>
    <message>
      <source>Click to choose a segmentation model of your own: an encoder and a decoder in ONNX form.</source>
      <translation>Klicken, um ein eigenes Segmentierungsmodell zu wählen: einen Encoder und einen Decoder als ONNX.</translation>
    </message>
    <message>
      <source>Enter accepts. Click what is missing; with Shift or the right button what is too much.</source>
      <translation>Enter nimmt an. Fehlendes anklicken; mit Umschalt oder rechter Taste, was zu viel ist.</translation>
    </message>
    <message>
      <source>Segment by the model</source>
      <translation>Vom Modell segmentieren</translation>
    </message>
    <message>
      <source>The model is at work…</source>
      <translation>Das Modell arbeitet …</translation>
    </message>
    <message>
      <source>The model looks at the picture, which is done once. You may click already.</source>
      <translation>Das Modell sieht das Bild an, einmal. Sie dürfen schon klicken.</translation>
    </message>
  </context>
  <context>
    <name>SourceForm</name>
    <message>
      <source>Folder or zip file</source>
      <translation>Ordner oder Zip-Datei</translation>
    </message>
    <message>
      <source>{source} is not there.</source>
      <translation>{source} ist nicht da.</translation>
    </message>
  </context>
  <context>
    <name>SpecForm</name>
    <message>
      <source>A box and a label for each object; learned from boxes, polygons and masks</source>
      <translation>Ein Rahmen und ein Label für jedes Objekt; gelernt aus Rahmen, Polygonen und Masken</translation>
    </message>
    <message>
      <source>A label for each pixel, objects of one label not told apart; from polygons, masks and paths</source>
      <translation>Ein Label für jedes Pixel, Objekte eines Labels nicht unterschieden; aus Polygonen, Masken und Pfaden</translation>
    </message>
    <message>
      <source>A mask for each object by itself; learned from polygons, masks and paths</source>
      <translation>Eine Maske für jedes einzelne Objekt; gelernt aus Polygonen, Masken und Pfaden</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Grundnetz</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Find and outline objects</source>
      <translation>Objekte umreißen</translation>
    </message>
    <message>
      <source>Find objects (boxes)</source>
      <translation>Objekte finden (Rahmen)</translation>
    </message>
    <message>
      <source>How many times to go through the training images</source>
      <translation>Wie oft die Trainingsbilder durchlaufen werden</translation>
    </message>
    <message>
      <source>How thoroughly to train</source>
      <translation>Wie gründlich trainiert wird</translation>
    </message>
    <message>
      <source>Label every pixel</source>
      <translation>Jedes Pixel benennen</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Machine</source>
      <translation>Rechner</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Ausgehen von</translation>
    </message>
    <message>
      <source>Tag whole images</source>
      <translation>Ganze Bilder einordnen</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>The kind of network</source>
      <translation>Die Art des Netzes</translation>
    </message>
    <message>
      <source>The part that reads the picture; larger ones are slower</source>
      <translation>Der Teil, der das Bild liest; größere sind langsamer</translation>
    </message>
    <message>
      <source>Variation</source>
      <translation>Abwandlung</translation>
    </message>
    <message>
      <source>What the model is to do</source>
      <translation>Was das Modell tun soll</translation>
    </message>
    <message>
      <source>What the trained model will be called; each run adds a version: name@1, name@2 ...</source>
      <translation>Wie das trainierte Modell heißen wird; jeder Lauf fügt eine Version hinzu: name@1, name@2 ...</translation>
    </message>
    <message>
      <source>Which tags an image has, such as OK or NG; learned from the images' tags</source>
      <translation>Welche Tags ein Bild hat, etwa OK oder NG; gelernt aus den Tags der Bilder</translation>
    </message>
    <message>
      <source>batch {batch}, rate {rate}</source>
      <translation>Stapel {batch}, Rate {rate}</translation>
    </message>
  </context>
  <context>
    <name>SpeedView</name>
    <message>
      <source> points</source>
      <translation> Punkte</translation>
    </message>
    <message>
      <source>9 in 10 take at most</source>
      <translation>9 von 10 brauchen höchstens</translation>
    </message>
    <message>
      <source>A network of 8-bit numbers is about a third as large, and faster on most processors. Its ranges are taken from the images of the chosen set; then both are measured on them.</source>
      <translation>Ein Netz aus 8-Bit-Zahlen ist etwa ein Drittel so groß und auf den meisten Prozessoren schneller. Seine Wertebereiche kommen von den Bildern der gewählten Liste; dann werden beide daran gemessen.</translation>
    </message>
    <message>
      <source>A smaller network (INT8)</source>
      <translation>Ein kleineres Netz (INT8)</translation>
    </message>
    <message>
      <source>Half take at most</source>
      <translation>Die Hälfte braucht höchstens</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Images per second</source>
      <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
      <source>It is good enough and lies beside the full one.</source>
      <translation>Es ist gut genug und liegt neben dem vollen.</translation>
    </message>
    <message>
      <source>It loses more than {limit} points and was not kept.</source>
      <translation>Es verliert mehr als {limit} Punkte und wurde nicht behalten.</translation>
    </message>
    <message>
      <source>Keep it if the headline figure drops by less than</source>
      <translation>Behalten, wenn die Hauptzahl um weniger sinkt als</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <source>Predict with the INT8 network</source>
      <translation>Mit dem INT8-Netz arbeiten</translation>
    </message>
    <message>
      <source>Processors</source>
      <translation>Prozessoren</translation>
    </message>
    <message>
      <source>Single images and eight at once, with and without reading the files; it takes half a minute.</source>
      <translation>Einzelne Bilder und acht auf einmal, mit und ohne Lesen der Dateien; es dauert eine halbe Minute.</translation>
    </message>
    <message>
      <source>Time on this machine</source>
      <translation>Zeit auf diesem Rechner</translation>
    </message>
    <message>
      <source>Try INT8</source>
      <translation>INT8 versuchen</translation>
    </message>
    <message>
      <source>one</source>
      <translation>eines</translation>
    </message>
    <message>
      <source>read from disk</source>
      <translation>von der Platte gelesen</translation>
    </message>
    <message>
      <source>{count} at once</source>
      <translation>{count} auf einmal</translation>
    </message>
    <message>
      <source>{metric} {before} → {after}; {mb_before} → {mb_after} MB; an image {ms_before} → {ms_after} ms.</source>
      <translation>{metric} {before} → {after}; {mb_before} → {mb_after} MB; ein Bild {ms_before} → {ms_after} ms.</translation>
    </message>
    <message numerus="yes">
      <source>{processor}, %n processor(s)</source>
      <translation>
        <numerusform>{processor}, %n Prozessor</numerusform>
        <numerusform>{processor}, %n Prozessoren</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SplitReport</name>
    <message numerus="yes">
      <source>%n look-alike(s) are kept together, each group on one side.</source>
      <translation>
        <numerusform>%n sehr ähnliches Bild ist zusammengehalten, jede Gruppe auf einer Seite.</numerusform>
        <numerusform>%n sehr ähnliche Bilder sind zusammengehalten, jede Gruppe auf einer Seite.</numerusform>
      </translation>
    </message>
    <message>
      <source>Look alike, but lie on several sides: {names}. Figures on them flatter the model.</source>
      <translation>Sehr ähnlich, liegen aber auf mehreren Seiten: {names}. Zahlen auf ihnen schmeicheln dem Modell.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
  </context>
  <context>
    <name>StartChoice</name>
    <message>
      <source>Built-in weights</source>
      <translation>Mitgelieferte Gewichte</translation>
    </message>
    <message>
      <source>Continue from {model}</source>
      <translation>Weiter von {model}</translation>
    </message>
    <message>
      <source>Nothing (random weights)</source>
      <translation>Nichts (Zufallsgewichte)</translation>
    </message>
    <message>
      <source>Pretrained weights</source>
      <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
      <source>They know edges, textures and shapes from drawn pictures; nothing is fetched</source>
      <translation>Sie kennen Kanten, Texturen und Formen aus gezeichneten Bildern; nichts wird geladen</translation>
    </message>
    <message>
      <source>They know photographs already; downloaded once</source>
      <translation>Sie kennen bereits Fotos; werden einmal geladen</translation>
    </message>
    <message>
      <source>Weights (*.safetensors *.pth *.pt)</source>
      <translation>Gewichte (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
      <source>Weights file</source>
      <translation>Gewichtsdatei</translation>
    </message>
    <message>
      <source>Weights file: {name}</source>
      <translation>Gewichtsdatei: {name}</translation>
    </message>
    <message>
      <source>Weights file…</source>
      <translation>Gewichtsdatei …</translation>
    </message>
    <message>
      <source>What the network knows at the beginning</source>
      <translation>Was das Netz am Anfang weiß</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Label images, train a model on them and let it label the rest, on this computer.</source>
      <translation>Bilder annotieren, ein Modell damit trainieren und es den Rest annotieren lassen, auf diesem Rechner.</translation>
    </message>
    <message>
      <source>New sample project…</source>
      <translation>Neues Beispielprojekt …</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ordner öffnen …</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>or drop a folder or a zip file here. Images alone are enough; Pascal VOC annotations are read where they are, and nothing is copied. COCO, YOLO and labelme come in by File, Import.</source>
      <translation>oder einen Ordner oder eine Zip-Datei hierher ziehen. Bilder allein genügen; Pascal-VOC-Annotationen werden gelesen, wo sie sind, und nichts wird kopiert. COCO, YOLO und labelme kommen über „Datei“, „Importieren“ herein.</translation>
    </message>
  </context>
  <context>
    <name>StateMarks</name>
    <message>
      <source>checked</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>in work</source>
      <translation>in Arbeit</translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>○  new: no annotation yet</source>
      <translation>○  neu: noch keine Annotation</translation>
    </message>
    <message>
      <source>◐  in work: has an annotation</source>
      <translation>◐  in Arbeit: hat eine Annotation</translation>
    </message>
    <message>
      <source>⚠  its file cannot be read</source>
      <translation>⚠  seine Datei ist nicht lesbar</translation>
    </message>
    <message>
      <source>✓  done: a person has verified it</source>
      <translation>✓  fertig: von einem Menschen bestätigt</translation>
    </message>
    <message>
      <source>✓✓  checked: looked at once more</source>
      <translation>✓✓  geprüft: noch einmal angesehen</translation>
    </message>
  </context>
  <context>
    <name>StatisticsPage</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n Label</numerusform>
        <numerusform>%n Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <source>All labels</source>
      <translation>Alle Labels</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Wird gezählt …</translation>
    </message>
    <message>
      <source>Export CSV…</source>
      <translation>CSV exportieren …</translation>
    </message>
    <message>
      <source>Images per label</source>
      <translation>Bilder pro Label</translation>
    </message>
    <message>
      <source>Images per state</source>
      <translation>Bilder pro Zustand</translation>
    </message>
    <message>
      <source>Images per tag</source>
      <translation>Bilder pro Tag</translation>
    </message>
    <message>
      <source>No image has a tag yet.</source>
      <translation>Noch hat kein Bild ein Tag.</translation>
    </message>
    <message>
      <source>No object is labelled yet.</source>
      <translation>Noch ist kein Objekt annotiert.</translation>
    </message>
    <message>
      <source>Objects per image</source>
      <translation>Objekte pro Bild</translation>
    </message>
    <message>
      <source>Objects per label</source>
      <translation>Objekte pro Label</translation>
    </message>
    <message>
      <source>Objects under 5 × 5 pixels at {size}</source>
      <translation>Objekte unter 5 × 5 Pixeln bei {size}</translation>
    </message>
    <message>
      <source>Show the same figures as a table</source>
      <translation>Dieselben Zahlen als Tabelle zeigen</translation>
    </message>
    <message>
      <source>Sizes</source>
      <translation>Größen</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>The label whose sizes and places are shown</source>
      <translation>Das Label, dessen Größen und Orte gezeigt werden</translation>
    </message>
    <message>
      <source>Where the objects lie</source>
      <translation>Wo die Objekte liegen</translation>
    </message>
    <message>
      <source>Width by height</source>
      <translation>Breite mal Höhe</translation>
    </message>
    <message>
      <source>Write the figures to a file that a spreadsheet opens</source>
      <translation>Die Zahlen in eine Datei für Tabellenprogramme schreiben</translation>
    </message>
    <message>
      <source>dashed: {count}, fewer are hardly learned</source>
      <translation>gestrichelt: {count}, weniger lernt man kaum</translation>
    </message>
    <message>
      <source>red: under 5 × 5 at {size} ({count})</source>
      <translation>rot: unter 5 × 5 bei {size} ({count})</translation>
    </message>
  </context>
  <context>
    <name>SuggestionBar</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bildern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n Vorschlag</numerusform>
        <numerusform>%n Vorschläge</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept {suggestions} of {percent} % or more in {images}?</source>
      <translation>{suggestions} ab {percent} % in {images} annehmen?</translation>
    </message>
  </context>
  <context>
    <name>SuggestionWalk</name>
    <message>
      <source>No other image of the list has suggestions at the threshold or above.</source>
      <translation>Kein anderes Bild der Liste hat Vorschläge ab der Schwelle.</translation>
    </message>
  </context>
  <context>
    <name>TagBar</name>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>In work</source>
      <translation>In Arbeit</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>Remove the tag {tag}</source>
      <translation>Das Tag {tag} entfernen</translation>
    </message>
  </context>
  <context>
    <name>TagRow</name>
    <message>
      <source>Give the image the tag {tag}</source>
      <translation>Gibt dem Bild das Tag {tag}</translation>
    </message>
    <message>
      <source>Give the image the tag {tag} in the place of {other}</source>
      <translation>Gibt dem Bild das Tag {tag} anstelle von {other}</translation>
    </message>
    <message>
      <source>Suggested tags</source>
      <translation>Vorgeschlagene Tags</translation>
    </message>
    <message>
      <source>The tag {tag} is wrong</source>
      <translation>Das Tag {tag} ist falsch</translation>
    </message>
  </context>
  <context>
    <name>TakingOver</name>
    <message>
      <source>Asking {model} for the outline…</source>
      <translation>{model} wird nach dem Umriss gefragt …</translation>
    </message>
    <message>
      <source>Take over the model's view</source>
      <translation>Sicht des Modells übernehmen</translation>
    </message>
    <message>
      <source>The image is gone: evaluate again.</source>
      <translation>Das Bild ist nicht mehr da: Werten Sie neu aus.</translation>
    </message>
    <message>
      <source>{image} was changed since, or its outline needs a hand: open it, or evaluate again.</source>
      <translation>{image} wurde seither geändert, oder sein Umriss braucht Handarbeit: Öffnen Sie es, oder werten Sie neu aus.</translation>
    </message>
    <message>
      <source>{image} was changed; Undo there takes it back.</source>
      <translation>{image} wurde geändert; „Rückgängig“ nimmt es dort zurück.</translation>
    </message>
  </context>
  <context>
    <name>TextEditor</name>
    <message>
      <source>Draw or select an object first; its text is typed there.</source>
      <translation>Zuerst ein Objekt zeichnen oder wählen; sein Text wird dort eingegeben.</translation>
    </message>
    <message>
      <source>Text of this object</source>
      <translation>Text dieses Objekts</translation>
    </message>
  </context>
  <context>
    <name>Threshold</name>
    <message>
      <source>Show suggestions with this score or more</source>
      <translation>Zeigt Vorschläge ab dieser Sicherheit</translation>
    </message>
  </context>
  <context>
    <name>Tiles</name>
    <message>
      <source>Best</source>
      <translation>Bestwert</translation>
    </message>
    <message>
      <source>Best {metric}</source>
      <translation>Beste {metric}</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>Epoche</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Images per second</source>
      <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Pausiert</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
    <message>
      <source>Time left</source>
      <translation>Restzeit</translation>
    </message>
    <message>
      <source>Time taken</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>{done} of {whole}</source>
      <translation>{done} von {whole}</translation>
    </message>
  </context>
  <context>
    <name>TooDeepDialog</name>
    <message>
      <source>One folder too deep</source>
      <translation>Einen Ordner zu tief</translation>
    </message>
    <message>
      <source>Other programs expect it so:</source>
      <translation>Andere Programme erwarten es so:</translation>
    </message>
    <message>
      <source>The dataset lies in {inner}/ instead of at the root of {name}. It was opened there.</source>
      <translation>Der Datensatz liegt in {inner}/ statt an der Wurzel von {name}. Er wurde dort geöffnet.</translation>
    </message>
    <message>
      <source>an XML file for each labelled image</source>
      <translation>eine XML-Datei für jedes annotierte Bild</translation>
    </message>
    <message>
      <source>lists of names such as train.txt (not needed)</source>
      <translation>Namenslisten wie train.txt (nicht nötig)</translation>
    </message>
    <message>
      <source>the images</source>
      <translation>die Bilder</translation>
    </message>
  </context>
  <context>
    <name>ToolOptionsBar</name>
    <message>
      <source>Diameter of brush and eraser in pixels of the image; Ctrl+wheel changes it</source>
      <translation>Durchmesser von Pinsel und Radierer in Bildpixeln; Strg+Mausrad ändert ihn</translation>
    </message>
    <message>
      <source>Erase others</source>
      <translation>Andere radieren</translation>
    </message>
    <message>
      <source>How far, in pixels, the outline of a polygon made of a mask may stray</source>
      <translation>Um wie viele Pixel der Umriss eines Polygons aus einer Maske abweichen darf</translation>
    </message>
    <message>
      <source>How much colours may differ from the one that was clicked</source>
      <translation>Wie weit Farben von der angeklickten abweichen dürfen</translation>
    </message>
    <message>
      <source>Makes a</source>
      <translation>Ergibt</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <source>Near the image's border, places go onto it; hold Alt or Ctrl to prevent it</source>
      <translation>Nahe am Bildrand rasten Punkte auf ihm ein; Alt oder Strg halten, um es zu verhindern</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Glättung</translation>
    </message>
    <message>
      <source>Stick to the border</source>
      <translation>Am Rand einrasten</translation>
    </message>
    <message>
      <source>The brush leaves the pixels that other masks hold</source>
      <translation>Der Pinsel lässt die Pixel, die andere Masken halten</translation>
    </message>
    <message>
      <source>The brush takes its pixels away from other masks</source>
      <translation>Der Pinsel nimmt anderen Masken seine Pixel weg</translation>
    </message>
    <message>
      <source>The shape that the tool makes</source>
      <translation>Die Form, die das Werkzeug ergibt</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Toleranz</translation>
    </message>
    <message>
      <source>Under others</source>
      <translation>Unter anderen</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <source>Width of the path in pixels of the image; Ctrl+wheel changes it</source>
      <translation>Breite des Pfads in Bildpixeln; Strg+Mausrad ändert sie</translation>
    </message>
  </context>
  <context>
    <name>ToolSurface</name>
    <message>
      <source>This image cannot be edited: see the line above it.</source>
      <translation>Dieses Bild lässt sich nicht bearbeiten: siehe die Zeile darüber.</translation>
    </message>
  </context>
  <context>
    <name>Toolbox</name>
    <message>
      <source>Box</source>
      <translation>Box</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pinsel</translation>
    </message>
    <message>
      <source>Cut out of box</source>
      <translation>Aus Box ausschneiden</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Radierer</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>Füllen</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Zauberstab</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>Pfad</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Rotated box</source>
      <translation>Gedrehte Box</translation>
    </message>
    <message>
      <source>Scissors</source>
      <translation>Schere</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <source>Smart tool</source>
      <translation>Kluges Werkzeug</translation>
    </message>
    <message>
      <source>click a place</source>
      <translation>eine Stelle klicken</translation>
    </message>
    <message>
      <source>click a surface of one colour; drag for more or less</source>
      <translation>eine Fläche einer Farbe klicken; ziehen für mehr oder weniger</translation>
    </message>
    <message>
      <source>click along an edge; the outline follows it</source>
      <translation>an einem Rand entlang klicken; der Umriss folgt ihm</translation>
    </message>
    <message>
      <source>click inside a hole of a mask</source>
      <translation>in ein Loch einer Maske klicken</translation>
    </message>
    <message>
      <source>click or draw an open line of a chosen width</source>
      <translation>eine offene Linie gewählter Breite klicken oder zeichnen</translation>
    </message>
    <message>
      <source>click the outline</source>
      <translation>den Umriss klicken</translation>
    </message>
    <message>
      <source>drag a box round a thing; strokes correct the result</source>
      <translation>eine Box um ein Ding ziehen; Striche berichtigen das Ergebnis</translation>
    </message>
    <message>
      <source>drag one edge, then click how far it reaches</source>
      <translation>eine Kante ziehen, dann klicken, wie weit sie reicht</translation>
    </message>
    <message>
      <source>drag or click two corners</source>
      <translation>ziehen oder zwei Ecken klicken</translation>
    </message>
    <message>
      <source>move the picture; the middle button does so with any tool</source>
      <translation>das Bild verschieben; die mittlere Maustaste tut es mit jedem Werkzeug</translation>
    </message>
    <message>
      <source>paint a mask; Ctrl+wheel changes the size</source>
      <translation>eine Maske malen; Strg+Mausrad ändert die Größe</translation>
    </message>
    <message>
      <source>point at a thing; a model of your own finds its outline</source>
      <translation>auf ein Ding zeigen; ein eigenes Modell findet seinen Umriss</translation>
    </message>
    <message>
      <source>select, move and reshape</source>
      <translation>auswählen, verschieben und umformen</translation>
    </message>
    <message>
      <source>take away from a mask</source>
      <translation>von einer Maske wegnehmen</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>Any folder of images will do. What you draw is kept as Pascal VOC files beside them; the images themselves are never written.</source>
      <translation>Jeder Ordner mit Bildern genügt. Was Sie zeichnen, liegt als Pascal-VOC-Dateien daneben; die Bilder selbst werden nie verändert.</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <source>Every command has a name and can be found by it; every key can be changed.</source>
      <translation>Jeder Befehl hat einen Namen und lässt sich darüber finden; jede Taste lässt sich ändern.</translation>
    </message>
    <message>
      <source>Find anything</source>
      <translation>Alles finden</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Its suggestions are dashed. Enter accepts one, {reject} rejects it, Tab goes to the next. Correct, train again, and it gets better.</source>
      <translation>Seine Vorschläge sind gestrichelt. Enter nimmt einen an, {reject} lehnt ihn ab, Tab geht zum nächsten. Verbessern Sie, trainieren Sie neu, und es wird besser.</translation>
    </message>
    <message>
      <source>Let the model label the rest</source>
      <translation>Das Modell den Rest annotieren lassen</translation>
    </message>
    <message>
      <source>Mark an image as done and take the next. Search the list, or look over all images in the gallery.</source>
      <translation>Ein Bild als fertig markieren und das nächste nehmen. Die Liste durchsuchen oder alle Bilder in der Galerie ansehen.</translation>
    </message>
    <message>
      <source>Open a folder</source>
      <translation>Einen Ordner öffnen</translation>
    </message>
    <message>
      <source>Some dozens of labelled images are enough to begin with. Training runs in the background, also while you draw or after you close the window.</source>
      <translation>Einige Dutzend annotierte Bilder genügen für den Anfang. Das Training läuft im Hintergrund, auch während Sie zeichnen oder das Fenster geschlossen ist.</translation>
    </message>
    <message>
      <source>Take a tool, draw round a thing and name it. Numbers choose labels. Everything is saved as you go, and everything can be undone.</source>
      <translation>Ein Werkzeug nehmen, ein Ding umreißen und benennen. Ziffern wählen Labels. Alles wird laufend gespeichert, und alles lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
  </context>
  <context>
    <name>TourDialog</name>
    <message>
      <source>Begin</source>
      <translation>Los geht’s</translation>
    </message>
    <message>
      <source>First steps</source>
      <translation>Erste Schritte</translation>
    </message>
    <message>
      <source>From a folder of images to a model that labels them</source>
      <translation>Vom Bilderordner zum Modell, das ihn annotiert</translation>
    </message>
    <message>
      <source>Try it on a sample project</source>
      <translation>Am Beispielprojekt ausprobieren</translation>
    </message>
    <message>
      <source>You find this page again in the Help menu.</source>
      <translation>Diese Seite finden Sie im Menü „Hilfe“ wieder.</translation>
    </message>
  </context>
  <context>
    <name>TrainPage</name>
    <message>
      <source>Curves, log and checkpoints are removed; the models they published stay.</source>
      <translation>Kurven, Protokoll und Sicherungen werden entfernt; veröffentlichte Modelle bleiben.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message numerus="yes">
      <source>Delete %n run(s) for good?</source>
      <translation>
        <numerusform>%n Lauf endgültig löschen?</numerusform>
        <numerusform>%n Läufe endgültig löschen?</numerusform>
      </translation>
    </message>
    <message>
      <source>Delete runs</source>
      <translation>Läufe löschen</translation>
    </message>
    <message>
      <source>No run yet.</source>
      <translation>Noch kein Lauf.</translation>
    </message>
    <message>
      <source>Note on the run</source>
      <translation>Notiz zum Lauf</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>What is at work is stopped first.</source>
      <translation>Was arbeitet, wird zuerst angehalten.</translation>
    </message>
    <message>
      <source>What is to be remembered of {run}:</source>
      <translation>Was soll man sich zu {run} merken:</translation>
    </message>
  </context>
  <context>
    <name>TrialButtons</name>
    <message>
      <source>Check on 5 images…</source>
      <translation>An 5 Bildern prüfen …</translation>
    </message>
    <message>
      <source>Find rate…</source>
      <translation>Rate suchen …</translation>
    </message>
    <message>
      <source>Find the largest batch that fits the memory and is not slower</source>
      <translation>Den größten Stapel finden, der in den Speicher passt und nicht langsamer ist</translation>
    </message>
    <message>
      <source>Fit batch…</source>
      <translation>Stapel anpassen …</translation>
    </message>
    <message>
      <source>Learn five images by heart: shows in a minute or two whether labels, sizes and rate are right</source>
      <translation>Fünf Bilder auswendig lernen: zeigt in ein, zwei Minuten, ob Labels, Größen und Rate stimmen</translation>
    </message>
    <message>
      <source>Preview…</source>
      <translation>Vorschau …</translation>
    </message>
    <message>
      <source>See on your own images what the variation does to them</source>
      <translation>An den eigenen Bildern sehen, was die Abwandlung bewirkt</translation>
    </message>
    <message>
      <source>Try learning rates from low to high, and see where the loss falls fastest</source>
      <translation>Lernraten von niedrig bis hoch probieren und sehen, wo der Verlust am schnellsten fällt</translation>
    </message>
  </context>
  <context>
    <name>TrialDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>It broke off; try again.</source>
      <translation>Es brach ab; bitte erneut versuchen.</translation>
    </message>
    <message>
      <source>Learning…</source>
      <translation>Lernt …</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>Starting: the first step takes some seconds…</source>
      <translation>Startet: Der erste Schritt braucht einige Sekunden …</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
  </context>
  <context>
    <name>Tuning</name>
    <message>
      <source>Check on &amp;5 images…</source>
      <translation>An &amp;5 Bildern prüfen …</translation>
    </message>
    <message>
      <source>Find a &amp;batch size…</source>
      <translation>&amp;Stapelgröße suchen …</translation>
    </message>
    <message>
      <source>Find a learning &amp;rate…</source>
      <translation>Lern&amp;rate suchen …</translation>
    </message>
    <message>
      <source>Find the largest batch that fits the memory and is not slower</source>
      <translation>Den größten Stapel finden, der in den Speicher passt und nicht langsamer ist</translation>
    </message>
    <message>
      <source>Learn five images by heart, and look at what is found on them</source>
      <translation>Fünf Bilder auswendig lernen und ansehen, was auf ihnen gefunden wird</translation>
    </message>
    <message>
      <source>Preview of the &amp;variation…</source>
      <translation>&amp;Vorschau der Abwandlung …</translation>
    </message>
    <message>
      <source>See on your own images what the variation does to them</source>
      <translation>An den eigenen Bildern sehen, was die Abwandlung bewirkt</translation>
    </message>
    <message>
      <source>Try learning rates from low to high</source>
      <translation>Lernraten von niedrig bis hoch probieren</translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message numerus="yes">
      <source>%n below {percent} %</source>
      <translation>
        <numerusform>%n unter {percent} %</numerusform>
        <numerusform>%n unter {percent} %</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n Bild</numerusform>
        <numerusform>%n Bildern</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept all…</source>
      <translation>Alle annehmen …</translation>
    </message>
    <message>
      <source>Accept shown</source>
      <translation>Gezeigte annehmen</translation>
    </message>
    <message>
      <source>Accept what is above the threshold in every image; asks first</source>
      <translation>Annehmen, was in allen Bildern über der Schwelle liegt; fragt vorher nach</translation>
    </message>
    <message>
      <source>All…</source>
      <translation>Alle …</translation>
    </message>
    <message>
      <source>Go to the next suggestion</source>
      <translation>Zum nächsten Vorschlag</translation>
    </message>
    <message>
      <source>Make an object of each suggestion shown on this image that contradicts none of yours</source>
      <translation>Macht aus jedem gezeigten Vorschlag ein Objekt, der keinem von Ihren widerspricht</translation>
    </message>
    <message>
      <source>Make an object of the marked one</source>
      <translation>Aus dem markierten ein Objekt machen</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Gezeigte</translation>
    </message>
    <message>
      <source>The marked one is wrong</source>
      <translation>Der markierte ist falsch</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>verborgen</translation>
    </message>
    <message>
      <source>none here</source>
      <translation>keiner hier</translation>
    </message>
    <message>
      <source>{here}, {total} in {images}</source>
      <translation>{here}, {total} in {images}</translation>
    </message>
    <message>
      <source>{place} of {count} here</source>
      <translation>{place} von {count} hier</translation>
    </message>
  </context>
  <context>
    <name>Verdicts</name>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>%n Vorschlag annehmen</numerusform>
        <numerusform>%n Vorschläge annehmen</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept suggestion {label}</source>
      <translation>Vorschlag {label} annehmen</translation>
    </message>
    <message>
      <source>Correct suggestion {label}</source>
      <translation>Vorschlag {label} berichtigen</translation>
    </message>
    <message>
      <source>Nothing of it lies inside the image: reject it.</source>
      <translation>Nichts davon liegt im Bild: Lehnen Sie ihn ab.</translation>
    </message>
    <message>
      <source>Reject suggestion {label}</source>
      <translation>Vorschlag {label} ablehnen</translation>
    </message>
    <message>
      <source>Replace by suggestion {label}</source>
      <translation>Durch Vorschlag {label} ersetzen</translation>
    </message>
    <message>
      <source>What contradicts you is accepted one by one: Enter replaces your object.</source>
      <translation>Was Ihnen widerspricht, wird einzeln angenommen: Eingabe ersetzt Ihr Objekt.</translation>
    </message>
    <message>
      <source>Your object is locked: unlock it before it can be replaced.</source>
      <translation>Ihr Objekt ist gesperrt: Entsperren Sie es, bevor es ersetzt werden kann.</translation>
    </message>
  </context>
  <context>
    <name>VersionList</name>
    <message>
      <source>Figure</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Model versions</source>
      <translation>Modellversionen</translation>
    </message>
    <message>
      <source>Trained</source>
      <translation>Trainiert</translation>
    </message>
    <message>
      <source>Used for pre-labelling</source>
      <translation>Wird zum Vorannotieren verwendet</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Went on from</source>
      <translation>Weiter von</translation>
    </message>
  </context>
  <context>
    <name>VersionUse</name>
    <message>
      <source>Suggestions of this version are shown from {threshold} on.</source>
      <translation>Vorschläge dieser Version werden ab {threshold} gezeigt.</translation>
    </message>
    <message>
      <source>This version predicts with its INT8 network.</source>
      <translation>Diese Version arbeitet mit ihrem INT8-Netz.</translation>
    </message>
    <message>
      <source>This version predicts with its full network.</source>
      <translation>Diese Version arbeitet mit ihrem vollen Netz.</translation>
    </message>
  </context>
  <context>
    <name>Versions</name>
    <message>
      <source>Delete the network and the weights of {model}? This cannot be taken back. Its card stays, and its number is not used again.</source>
      <translation>Netz und Gewichte von {model} löschen? Das lässt sich nicht zurücknehmen. Die Karte bleibt, und die Nummer wird nicht wieder vergeben.</translation>
    </message>
    <message>
      <source>Delete {model}</source>
      <translation>{model} löschen</translation>
    </message>
    <message>
      <source>ONNX files (*.onnx)</source>
      <translation>ONNX-Dateien (*.onnx)</translation>
    </message>
    <message>
      <source>Save the network</source>
      <translation>Netz sichern</translation>
    </message>
    <message>
      <source>Saved {file} and its card beside it.</source>
      <translation>{file} gesichert, die Karte daneben.</translation>
    </message>
    <message>
      <source>{model} is deleted.</source>
      <translation>{model} ist gelöscht.</translation>
    </message>
    <message>
      <source>{model} is used for pre-labelling from now on.</source>
      <translation>{model} wird von jetzt an zum Vorannotieren verwendet.</translation>
    </message>
  </context>
  <context>
    <name>ViewActions</name>
    <message>
      <source>A colour for each object instead of for each label</source>
      <translation>Eine Farbe je Objekt statt je Label</translation>
    </message>
    <message>
      <source>Actual size</source>
      <translation>Originalgröße</translation>
    </message>
    <message>
      <source>Adjust picture</source>
      <translation>Bild anpassen</translation>
    </message>
    <message>
      <source>Automatic levels</source>
      <translation>Automatische Tonwerte</translation>
    </message>
    <message>
      <source>Brightness, contrast, gamma, and which values are black and white</source>
      <translation>Helligkeit, Kontrast, Gamma, und welche Werte schwarz und weiß sind</translation>
    </message>
    <message>
      <source>Captions</source>
      <translation>Beschriftungen</translation>
    </message>
    <message>
      <source>Colour by object</source>
      <translation>Farbe je Objekt</translation>
    </message>
    <message>
      <source>Crosshair</source>
      <translation>Fadenkreuz</translation>
    </message>
    <message>
      <source>Fit in view</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <source>Lines over the whole view while drawing</source>
      <translation>Linien über die ganze Ansicht beim Zeichnen</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>Übersichtskarte</translation>
    </message>
    <message>
      <source>Pixel grid</source>
      <translation>Pixelraster</translation>
    </message>
    <message>
      <source>Show each picture from its darkest to its brightest value</source>
      <translation>Jedes Bild von seinem dunkelsten bis zum hellsten Wert zeigen</translation>
    </message>
    <message>
      <source>Show picture as it is</source>
      <translation>Bild zeigen, wie es ist</translation>
    </message>
    <message>
      <source>Take back all adjustments of the picture</source>
      <translation>Alle Anpassungen des Bildes zurücknehmen</translation>
    </message>
    <message>
      <source>The borders of single pixels at a high zoom</source>
      <translation>Die Grenzen einzelner Pixel bei starkem Zoom</translation>
    </message>
    <message>
      <source>The labels, texts and scores of objects</source>
      <translation>Die Labels, Texte und Wertungen der Objekte</translation>
    </message>
    <message>
      <source>The whole picture in the corner while zoomed in</source>
      <translation>Das ganze Bild in der Ecke, solange vergrößert ist</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
  </context>
  <context>
    <name>WandTool</name>
    <message>
      <source>Click a surface of one colour; drag right or left for more or less. Tolerance {tolerance}.</source>
      <translation>Eine Fläche einer Farbe klicken; nach rechts oder links ziehen für mehr oder weniger. Toleranz {tolerance}.</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Zauberstab</translation>
    </message>
    <message>
      <source>Tolerance {tolerance}, {pixels} pixels. Enter accepts, Shift adds, Alt takes away, Esc drops.</source>
      <translation>Toleranz {tolerance}, {pixels} Pixel. Enter nimmt an, Umschalt ergänzt, Alt nimmt weg, Esc verwirft.</translation>
    </message>
  </context>
  <context>
    <name>WatchDialog</name>
    <message numerus="yes">
      <source>%n picture(s) lie there now.</source>
      <translation>
        <numerusform>Dort liegt jetzt %n Bild.</numerusform>
        <numerusform>Dort liegen jetzt %n Bilder.</numerusform>
      </translation>
    </message>
    <message>
      <source>A link needs no room, but the picture is gone when the source is</source>
      <translation>Eine Verknüpfung braucht keinen Platz, aber das Bild fehlt, wenn die Quelle fehlt</translation>
    </message>
    <message>
      <source>An image waits for review where the model's least sure finding scores less</source>
      <translation>Ein Bild wartet auf Durchsicht, wenn der unsicherste Fund des Modells weniger erreicht</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Doubtful below</source>
      <translation>Zweifelhaft unter</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Images on which nothing is found wait as well</source>
      <translation>Bilder, auf denen nichts gefunden wird, warten auch</translation>
    </message>
    <message>
      <source>Linked</source>
      <translation>Verknüpft</translation>
    </message>
    <message>
      <source>Pictures are</source>
      <translation>Bilder werden</translation>
    </message>
    <message>
      <source>Pictures that arrive in a folder join this dataset and are predicted; those of which the model is least sure wait for review. Nothing is changed in the folder.</source>
      <translation>Bilder, die in einem Ordner ankommen, werden Teil dieses Datensatzes und vorhergesagt; die, bei denen das Modell am unsichersten ist, warten auf Durchsicht. Im Ordner wird nichts geändert.</translation>
    </message>
    <message>
      <source>Predicted by</source>
      <translation>Vorhergesagt von</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Take in what lies there already</source>
      <translation>Aufnehmen, was schon dort liegt</translation>
    </message>
    <message>
      <source>The folder in which pictures arrive</source>
      <translation>Der Ordner, in dem Bilder ankommen</translation>
    </message>
    <message>
      <source>The folder is a part of this dataset: pictures stay where they are.</source>
      <translation>Der Ordner gehört zu diesem Datensatz: Bilder bleiben, wo sie sind.</translation>
    </message>
    <message>
      <source>The version in use</source>
      <translation>Der benutzten Version</translation>
    </message>
    <message>
      <source>Watch folder</source>
      <translation>Ordner beobachten</translation>
    </message>
    <message>
      <source>Watch while this project is open</source>
      <translation>Beobachten, solange dieses Projekt offen ist</translation>
    </message>
  </context>
  <context>
    <name>WatchStatus</name>
    <message numerus="yes">
      <source>%n doubtful</source>
      <translation>
        <numerusform>%n zweifelhaft</numerusform>
        <numerusform>%n zweifelhaft</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) are still being written.</source>
      <translation>
        <numerusform>%n Datei wird noch geschrieben.</numerusform>
        <numerusform>%n Dateien werden noch geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more cannot be read.</source>
      <translation>
        <numerusform>%n weitere ist nicht lesbar.</numerusform>
        <numerusform>%n weitere sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message>
      <source>The folder is not there; it is looked for again and again.</source>
      <translation>Der Ordner fehlt; er wird immer wieder gesucht.</translation>
    </message>
    <message>
      <source>Watching {folder}</source>
      <translation>{folder} wird beobachtet</translation>
    </message>
    <message>
      <source>{folder} is not there</source>
      <translation>{folder} fehlt</translation>
    </message>
    <message>
      <source>{folder}, not watched</source>
      <translation>{folder}, nicht beobachtet</translation>
    </message>
  </context>
  <context>
    <name>Watching</name>
    <message>
      <source>&amp;Watch folder…</source>
      <translation>&amp;Ordner beobachten …</translation>
    </message>
    <message>
      <source>Doubtful image {number} of {all}: {score}.</source>
      <translation>Zweifelhaftes Bild {number} von {all}: {score}.</translation>
    </message>
    <message>
      <source>Look into the watched folder while this project is open</source>
      <translation>In den Ordner sehen, solange dieses Projekt offen ist</translation>
    </message>
    <message>
      <source>No arrived image is doubtful.</source>
      <translation>Kein angekommenes Bild ist zweifelhaft.</translation>
    </message>
    <message>
      <source>Open the next arrived image of which the model is least sure</source>
      <translation>Das nächste angekommene Bild öffnen, bei dem das Modell am unsichersten ist</translation>
    </message>
    <message>
      <source>Review d&amp;oubtful arrivals</source>
      <translation>Zw&amp;eifelhafte Ankünfte durchsehen</translation>
    </message>
    <message numerus="yes">
      <source>Review the %n d&amp;oubtful arrival(s)</source>
      <translation>
        <numerusform>Die %n zw&amp;eifelhafte Ankunft durchsehen</numerusform>
        <numerusform>Die %n zw&amp;eifelhaften Ankünfte durchsehen</numerusform>
      </translation>
    </message>
    <message>
      <source>Take in and predict the pictures that arrive in a folder</source>
      <translation>Bilder, die in einem Ordner ankommen, aufnehmen und vorhersagen</translation>
    </message>
    <message>
      <source>Watch &amp;now</source>
      <translation>&amp;Jetzt beobachten</translation>
    </message>
    <message>
      <source>nothing was found</source>
      <translation>nichts wurde gefunden</translation>
    </message>
    <message>
      <source>score {score}</source>
      <translation>Wert {score}</translation>
    </message>
  </context>
  <context>
    <name>WindowActions</name>
    <message>
      <source>&amp;About Annotrain</source>
      <translation>&amp;Über Annotrain</translation>
    </message>
    <message>
      <source>&amp;Close project</source>
      <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
      <source>&amp;Commands…</source>
      <translation>&amp;Befehle …</translation>
    </message>
    <message>
      <source>&amp;Dark theme</source>
      <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
      <source>&amp;First steps</source>
      <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation>&amp;Vollbild</translation>
    </message>
    <message>
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <source>&amp;Light theme</source>
      <translation>&amp;Helles Design</translation>
    </message>
    <message>
      <source>&amp;Open folder…</source>
      <translation>Ordner ö&amp;ffnen …</translation>
    </message>
    <message>
      <source>&amp;Pre-label images</source>
      <translation>Bilder &amp;vorannotieren</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Resume training</source>
      <translation>Training fo&amp;rtsetzen</translation>
    </message>
    <message>
      <source>&amp;Start training</source>
      <translation>Training &amp;starten</translation>
    </message>
    <message>
      <source>Ask the run to stop; it keeps what it has learned</source>
      <translation>Den Lauf beenden; Gelerntes bleibt erhalten</translation>
    </message>
    <message>
      <source>Dark text on a light ground</source>
      <translation>Dunkle Schrift auf hellem Grund</translation>
    </message>
    <message>
      <source>Draw pictures of parts with defects, to try everything on</source>
      <translation>Bilder von Teilen mit Fehlern zeichnen, um alles daran auszuprobieren</translation>
    </message>
    <message>
      <source>Every action and its keys</source>
      <translation>Jede Aktion und ihre Tasten</translation>
    </message>
    <message>
      <source>Find any command by its name</source>
      <translation>Jeden Befehl über seinen Namen finden</translation>
    </message>
    <message>
      <source>Go on from the last checkpoint</source>
      <translation>Vom letzten Sicherungspunkt fortsetzen</translation>
    </message>
    <message>
      <source>Language, theme, keys and the models that help to draw</source>
      <translation>Sprache, Design, Tasten und die Modelle, die beim Zeichnen helfen</translation>
    </message>
    <message>
      <source>Let the model chosen in the bar propose objects</source>
      <translation>Das in der Leiste gewählte Modell Objekte vorschlagen lassen</translation>
    </message>
    <message>
      <source>Light or dark as the system has it</source>
      <translation>Hell oder dunkel wie das System</translation>
    </message>
    <message>
      <source>Light text on a dark ground</source>
      <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
      <source>New &amp;sample project…</source>
      <translation>Neues &amp;Beispielprojekt …</translation>
    </message>
    <message>
      <source>Open &amp;zip file…</source>
      <translation>&amp;Zip-Datei öffnen …</translation>
    </message>
    <message>
      <source>Open a folder of images, labelled or not</source>
      <translation>Einen Ordner mit Bildern öffnen, annotiert oder nicht</translation>
    </message>
    <message>
      <source>Open the folder with the log of the program</source>
      <translation>Den Ordner mit dem Protokoll des Programms öffnen</translation>
    </message>
    <message>
      <source>Program &amp;log</source>
      <translation>Programm&amp;protokoll</translation>
    </message>
    <message>
      <source>S&amp;top training</source>
      <translation>Training s&amp;toppen</translation>
    </message>
    <message>
      <source>Save everything and go back to the start page</source>
      <translation>Alles speichern und zur Startseite zurückkehren</translation>
    </message>
    <message>
      <source>Save everything and leave the program; training goes on</source>
      <translation>Alles speichern und das Programm verlassen; das Training läuft weiter</translation>
    </message>
    <message>
      <source>Se&amp;ttings…</source>
      <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
      <source>The whole way from a folder to a model, on one page</source>
      <translation>Der ganze Weg vom Ordner zum Modell auf einer Seite</translation>
    </message>
    <message>
      <source>Theme as the &amp;System</source>
      <translation>Design wie das &amp;System</translation>
    </message>
    <message>
      <source>Train on what is labelled now</source>
      <translation>Mit dem trainieren, was jetzt annotiert ist</translation>
    </message>
    <message>
      <source>Unpack a zip file beside itself and open what is in it</source>
      <translation>Eine Zip-Datei neben ihr entpacken und öffnen, was darin ist</translation>
    </message>
    <message>
      <source>Use the whole screen, or the window again</source>
      <translation>Den ganzen Bildschirm nutzen oder wieder das Fenster</translation>
    </message>
    <message>
      <source>Version, licence, and what it stands on</source>
      <translation>Version, Lizenz und worauf es steht</translation>
    </message>
  </context>
  <context>
    <name>_Exact</name>
    <message>
      <source>Height</source>
      <translation>Höhe</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <source>Width and height of the network's input; auto takes them from the shape of the pictures</source>
      <translation>Breite und Höhe des Netzeingangs; auto nimmt sie aus der Form der Bilder</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>auto</translation>
    </message>
  </context>
  <context>
    <name>_Plot</name>
    <message>
      <source>epoch</source>
      <translation>Epoche</translation>
    </message>
    <message>
      <source>training step</source>
      <translation>Trainingsschritt</translation>
    </message>
  </context>
  <context>
    <name>_Popup</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
  </context>
  <context>
    <name>_TagLine</name>
    <message>
      <source>Add tag</source>
      <translation>Tag hinzufügen</translation>
    </message>
  </context>
</TS>

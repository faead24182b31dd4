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
    <name>AnnotatePage</name>
    <message>
      <source>Another program has changed this image's annotation: it was read anew.</source>
      <translation>Ein anderes Programm hat die Annotation dieses Bildes geändert: Sie wurde neu gelesen.</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Größerer Pinsel</translation>
    </message>
    <message>
      <source>No other image of the list is in the state '{state}'.</source>
      <translation type="unfinished"/>
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
      <source>This is the first image.</source>
      <translation>Dies ist das erste Bild.</translation>
    </message>
    <message>
      <source>This is the last image.</source>
      <translation>Dies ist das letzte Bild.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Not everything is saved</source>
      <translation>Nicht alles ist gespeichert</translation>
    </message>
    <message>
      <source>Pre-label unlabelled images</source>
      <translation>Übrige Bilder vorannotieren</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>The edits of {names} could not be written. Close and lose them?</source>
      <translation>Die Änderungen an {names} konnten nicht gespeichert werden. Schließen und sie verlieren?</translation>
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
      <source>its process is gone; press Resume to go on from the last checkpoint.</source>
      <translation>Sein Prozess ist verschwunden; „Fortsetzen“ geht vom letzten Sicherungspunkt weiter.</translation>
    </message>
    <message>
      <source>{labelled} of {images} images labelled</source>
      <translation>{labelled} von {images} Bildern annotiert</translation>
    </message>
    <message>
      <source>{state}: {model}{quality} on {images} validation images.</source>
      <translation>{state}: {model}{quality} auf {images} Validierungsbildern.</translation>
    </message>
  </context>
  <context>
    <name>AssistedTool</name>
    <message>
      <source>That is too small for a polygon: choose a mask as the result.</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Value</source>
      <translation type="unfinished"/>
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
    <name>BoxTool</name>
    <message>
      <source>Drag a box, or click two opposite corners.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Draw box</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{width} × {height} pixels. Release or click to finish, Esc cancels.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>BrushTool</name>
    <message>
      <source>Change mask</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag over a mask to erase. {keys}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag to add to the selected mask, Esc begins a new one. {keys}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag to paint a new mask. {keys}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Erase mask</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Paint mask</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>There is no mask to erase from here. Polygons become masks by Ctrl+M.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>[ and ] or Ctrl+wheel change the size, now {size} pixels.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>BulkWork</name>
    <message numerus="yes">
      <source>%n file(s) were left alone; the first: {reason}</source>
      <translation>
        <numerusform>%n Datei blieb unberührt: {reason}</numerusform>
        <numerusform>%n Dateien blieben unberührt; die erste: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) were left as they are; the first: {reason}</source>
      <translation>
        <numerusform>%n Datei blieb, wie sie ist: {reason}</numerusform>
        <numerusform>%n Dateien blieben, wie sie sind; die erste: {reason}</numerusform>
      </translation>
    </message>
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
    <message>
      <source>Accepted {suggestions} in {images}.</source>
      <translation>{suggestions} in {images} angenommen.</translation>
    </message>
    <message>
      <source>Accepting…</source>
      <translation>Wird angenommen…</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
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
      <translation>{model} wird gelesen…</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>Zurückgenommen.</translation>
    </message>
    <message>
      <source>Taking back…</source>
      <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
      <source>There are none of the images chosen ({scope}): choose others beside Pre-label.</source>
      <translation>Von den gewählten Bildern ({scope}) gibt es keine: Wählen Sie neben „Vorannotieren“ andere.</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Arrow keys move by 1 pixel, Shift 10, Ctrl 100. Enter clicks, twice ends a polygon, Esc leaves.</source>
      <translation type="unfinished"/>
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
    <name>ContextMenus</name>
    <message>
      <source>Colour…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Number Key</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Select Its Objects</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show All</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show Only This One</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Curves</name>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>The curves appear with the first step.</source>
      <translation>Die Kurven erscheinen mit dem ersten Schritt.</translation>
    </message>
    <message>
      <source>each step</source>
      <translation>jeder Schritt</translation>
    </message>
    <message>
      <source>mAP (50 to 95)</source>
      <translation>mAP (50 bis 95)</translation>
    </message>
    <message>
      <source>mAP appears after the first epoch.</source>
      <translation>mAP erscheint nach der ersten Epoche.</translation>
    </message>
    <message>
      <source>mAP on the validation images</source>
      <translation>mAP auf den Validierungsbildern</translation>
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
    <name>Document</name>
    <message>
      <source>Keep my edits</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open a dataset first.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open an image first.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>EditActions</name>
    <message>
      <source>Add Tag…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ask for Each Label</source>
      <translation type="unfinished"/>
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
      <source>Bring to Top</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change label…</source>
      <translation>Label ändern…</translation>
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
      <source>Copy From Previous Image</source>
      <translation type="unfinished"/>
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
      <source>Edit Text…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Give the Last Label</source>
      <translation type="unfinished"/>
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
      <source>Hide the selected objects</source>
      <translation>Die gewählten Objekte ausblenden</translation>
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
      <source>Protect the selected objects from the mouse and from deletion</source>
      <translation>Die gewählten Objekte vor Maus und Löschen schützen</translation>
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
      <source>Send to Bottom</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show All</source>
      <translation type="unfinished"/>
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
    <name>Field</name>
    <message>
      <source>mixed</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>GrabCutTool</name>
    <message>
      <source>Cut out of a box</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cutting out…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag a box closely round the object: what is inside is cut out.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Enter accepts. Paint over what is missing; with Shift or the right button over what is too much.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Release or click to cut out what is inside, Esc cancels.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ImageActions</name>
    <message>
      <source>Next Image in Work</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Next Image to Check</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Next Unlabelled Image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Next image</source>
      <translation>Nächstes Bild</translation>
    </message>
    <message>
      <source>Open the next image of the list that has no annotation yet</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open the next image of the list that is done and not checked yet</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open the next image of the list that is not done</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Previous image</source>
      <translation>Voriges Bild</translation>
    </message>
    <message>
      <source>Search Images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show only the images that you look for</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) to review</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImageListPanel</name>
    <message>
      <source>, {shown} shown</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{labelled} of {total} labelled</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ImageMarks</name>
    <message>
      <source>Mark as checked</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Mark as done</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Remove tag {tag}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tag {tag}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Take back 'checked'</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Take back 'done'</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>LabelPanel</name>
    <message>
      <source>Add a label, then Enter</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Labels</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>LabelPopup</name>
    <message>
      <source>Label, then Enter</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Labelling</name>
    <message>
      <source>Change label</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>LogWords</name>
    <message>
      <source>Epoch {epoch} of {epochs}: {figures} ({time})</source>
      <translation>Epoche {epoch} von {epochs}: {figures} ({time})</translation>
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
      <source>training loss {loss}</source>
      <translation>Trainingsverlust {loss}</translation>
    </message>
    <message>
      <source>validation loss {loss}</source>
      <translation>Validierungsverlust {loss}</translation>
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
    <name>Minimap</name>
    <message>
      <source>Drag the frame to go elsewhere in the picture</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ObjectClipboard</name>
    <message numerus="yes">
      <source>%n cut at the border.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) copied.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) pasted.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n outside of this image left out.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Copy from {name}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <source>Open an image first.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Select what you want to copy first.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{name} has no objects to copy.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ObjectEdits</name>
    <message numerus="yes">
      <source>%n locked object(s) left alone: Ctrl+L unlocks.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Bring to top</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change attribute</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change pose</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change text</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change the order</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Delete object</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Delete objects</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Raise</source>
      <translation>Nach vorn</translation>
    </message>
    <message>
      <source>Remove attribute</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Rename attribute</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Resize</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Select two objects or more to group them: Shift+click adds to the selection.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Send to bottom</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Set {flag}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ungroup</source>
      <translation>Gruppierung aufheben</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ObjectListModel</name>
    <message>
      <source>group {number}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>hidden</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>locked</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ObjectPanel</name>
    <message>
      <source>Objects</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>PageParts</name>
    <message>
      <source>Keep my edits</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reload, drop my edits</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Screen pixels to an image pixel</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{reason} Your edits are kept here.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>PanTool</name>
    <message>
      <source>Drag the picture. The wheel zooms to the cursor.</source>
      <translation type="unfinished"/>
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
    <message>
      <source>No image is labelled yet: label at least 2, one to train and one to validate.</source>
      <translation>Noch ist kein Bild annotiert: Annotieren Sie mindestens 2, eines zum Trainieren und eines zum Validieren.</translation>
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
      <source>{images}: {train} to train, {val} to validate; {labels}; about {time}.</source>
      <translation>{images}: {train} zum Trainieren, {val} zum Validieren; {labels}; etwa {time}.</translation>
    </message>
  </context>
  <context>
    <name>PolygonTool</name>
    <message>
      <source>Click the next corner. Backspace takes one back, Esc cancels.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Click the outline's corners one after the other.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Draw polygon</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Enter, a double click or a click on the first corner closes. Backspace takes one back.</source>
      <translation type="unfinished"/>
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
      <translation>Tastenkürzel…</translation>
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
    <name>PropertiesPanel</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Difficult</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Label</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Occluded</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pose</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Properties</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Truncated</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>nothing selected</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>turned by {angle}°</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>RunList</name>
    <message>
      <source>Runs of this project: choose one to see its curves</source>
      <translation>Läufe dieses Projekts: Wählen Sie einen, um seine Kurven zu sehen</translation>
    </message>
  </context>
  <context>
    <name>ScissorsTool</name>
    <message>
      <source>Click further along the edge. Ctrl goes straight, Backspace takes one back, Esc cancels.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Click on the edge of a thing, then further along it: the outline follows the edge.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cut out with scissors</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Enter, a double click or a click on the first point closes. Ctrl goes straight, Backspace takes one back.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Scope</name>
    <message>
      <source>all images</source>
      <translation>alle Bilder</translation>
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
    <name>SearchLine</name>
    <message>
      <source>Search images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Search: name, label:…, state:…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>a minus: images for which it does not hold</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>a suggestion with such a score</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>an object of that label; label:scratch,dent any of the two</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>an object of that size in pixels</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>file name; * and ? stand for any signs</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>images that have one</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>state, tag, number of objects of the image</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>SelectTool</name>
    <message>
      <source>Add point</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Click an object to select it, drag a frame round several. Space+drag pans, the wheel zooms.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag the corner.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag the edge to add a point.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag the edge.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag the point. Delete or Alt+click removes it.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Drag to move, double-click to change the label, Shift+click adds to the selection.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Move object</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Move objects</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Move point</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Remove point</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Resize box</source>
      <translation type="unfinished"/>
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
    <name>SpecForm</name>
    <message>
      <source> min</source>
      <translation> min</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>Apple graphics chip</source>
      <translation>Apple-Grafikchip</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batchgröße</translation>
    </message>
    <message>
      <source>Best there is</source>
      <translation>Das beste vorhandene</translation>
    </message>
    <message>
      <source>Compact detector</source>
      <translation>Kompakter Detektor</translation>
    </message>
    <message>
      <source>Continue from {model}</source>
      <translation>Weiter von {model}</translation>
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
      <source>Fine-tune</source>
      <translation>Feinabstimmung</translation>
    </message>
    <message>
      <source>How far each step moves the weights</source>
      <translation>Wie weit jeder Schritt die Gewichte bewegt</translation>
    </message>
    <message>
      <source>How many images each step learns from</source>
      <translation>Aus wie vielen Bildern jeder Schritt lernt</translation>
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
      <source>Image size</source>
      <translation>Bildgröße</translation>
    </message>
    <message>
      <source>Image size, batch size, learning rate, seed, time limit, device</source>
      <translation>Bildgröße, Batchgröße, Lernrate, Startwert, Zeitgrenze, Gerät</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Longest side of the network's input, in pixels</source>
      <translation>Längste Seite der Eingabe des Netzes, in Pixeln</translation>
    </message>
    <message>
      <source>MobileNetV3 detector</source>
      <translation>MobileNetV3-Detektor</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>NVIDIA graphics card</source>
      <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>Nichts</translation>
    </message>
    <message>
      <source>Pretrained weights (downloaded once)</source>
      <translation>Vortrainierte Gewichte (einmal geladen)</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>Schnell</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Standard</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Ausgehen von</translation>
    </message>
    <message>
      <source>The kind of network</source>
      <translation>Die Art des Netzes</translation>
    </message>
    <message>
      <source>The run ends in good order when this time is up</source>
      <translation>Der Lauf endet ordentlich, wenn diese Zeit um ist</translation>
    </message>
    <message>
      <source>The same seed gives the same order and the same variation of the images</source>
      <translation>Derselbe Startwert gibt dieselbe Reihenfolge und dieselbe Abwandlung der Bilder</translation>
    </message>
    <message>
      <source>Time limit</source>
      <translation>Zeitgrenze</translation>
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
      <translation>Gewichtsdatei…</translation>
    </message>
    <message>
      <source>What computes</source>
      <translation>Was rechnet</translation>
    </message>
    <message>
      <source>What the network knows at the beginning</source>
      <translation>Was das Netz zu Beginn weiß</translation>
    </message>
    <message>
      <source>What the trained model will be called; each run adds a version: name@1, name@2 ...</source>
      <translation>Wie das trainierte Modell heißen wird; jeder Lauf fügt eine Version hinzu: name@1, name@2 ...</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>keine Grenze</translation>
    </message>
  </context>
  <context>
    <name>StateMarks</name>
    <message>
      <source>checked</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>in work</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>new</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>○  new: no annotation yet</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>◐  in work: has an annotation</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>⚠  its file cannot be read</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>✓  done: a person has verified it</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>✓✓  checked: looked at once more</source>
      <translation type="unfinished"/>
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
      <source>Accept all</source>
      <translation>Alle annehmen</translation>
    </message>
    <message>
      <source>Accept them; Undo is offered after</source>
      <translation>Annehmen; danach wird „Rückgängig“ angeboten</translation>
    </message>
    <message>
      <source>Accept {suggestions} of {percent} % or more in {images}?</source>
      <translation>{suggestions} ab {percent} % in {images} annehmen?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Change nothing</source>
      <translation>Nichts ändern</translation>
    </message>
    <message>
      <source>End the work; what is done stays</source>
      <translation>Die Arbeit beenden; was fertig ist, bleibt</translation>
    </message>
    <message>
      <source>Ending…</source>
      <translation>Wird beendet…</translation>
    </message>
    <message>
      <source>Let the model propose objects; nothing changes until you accept (Ctrl+Shift+P)</source>
      <translation>Das Modell Objekte vorschlagen lassen; nichts ändert sich, bis Sie annehmen (Strg+Umschalt+P)</translation>
    </message>
    <message>
      <source>Pre-label</source>
      <translation>Vorannotieren</translation>
    </message>
    <message>
      <source>Show suggestions with this score or more</source>
      <translation>Vorschläge ab dieser Wertung zeigen</translation>
    </message>
    <message>
      <source>The model that proposes, newest first</source>
      <translation>Das Modell, das vorschlägt, das neueste zuerst</translation>
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
    <message>
      <source>{done} of {total} images · {speed} a second · {time} left</source>
      <translation>{done} von {total} Bildern · {speed} pro Sekunde · noch {time}</translation>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
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
      <source>Reject suggestion {label}</source>
      <translation>Vorschlag {label} ablehnen</translation>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>In work</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>New</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Remove the tag {tag}</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>TextEditor</name>
    <message>
      <source>Draw or select an object first; its text is typed there.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Text of this object</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Tiles</name>
    <message>
      <source>Best mAP50</source>
      <translation>Beste mAP50</translation>
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
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>{done} of {whole}</source>
      <translation>{done} von {whole}</translation>
    </message>
  </context>
  <context>
    <name>ToolSurface</name>
    <message>
      <source>The outline crosses itself: the red edges.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>This image cannot be edited: see the line above it.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>This object is locked. Select it in the list of objects to unlock it.</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Radierer</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pan</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Scissors</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <source>click a surface of one colour; drag for more or less</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>click along an edge; the outline follows it</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>click the outline</source>
      <translation>den Umriss klicken</translation>
    </message>
    <message>
      <source>drag a box round a thing; strokes correct the result</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>drag or click two corners</source>
      <translation>ziehen oder zwei Ecken klicken</translation>
    </message>
    <message>
      <source>move the picture; hold Space with any other tool</source>
      <translation>das Bild verschieben; mit jedem anderen Werkzeug die Leertaste halten</translation>
    </message>
    <message>
      <source>paint a mask; [ and ] change the size</source>
      <translation>eine Maske malen; [ und ] ändern die Größe</translation>
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
      <translation>Weitergehen</translation>
    </message>
    <message>
      <source>Its suggestions are dashed. Enter accepts one, Delete rejects it, Tab goes to the next. Correct, train again, and it gets better.</source>
      <translation>Seine Vorschläge sind gestrichelt. Enter nimmt an, Entf lehnt ab, Tab geht weiter. Berichtigen, neu trainieren, und es wird besser.</translation>
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
      <source>Ask the run to stop; it keeps what it has learned (Ctrl+.)</source>
      <translation>Den Lauf beenden; Gelerntes bleibt erhalten (Strg+.)</translation>
    </message>
    <message>
      <source>Counting what is labelled…</source>
      <translation>Zähle, was annotiert ist…</translation>
    </message>
    <message>
      <source>Go on from the last checkpoint (Ctrl+Shift+.)</source>
      <translation>Vom letzten Sicherungspunkt fortsetzen (Strg+Umschalt+.)</translation>
    </message>
    <message>
      <source>New run</source>
      <translation>Neuer Lauf</translation>
    </message>
    <message>
      <source>No run yet.</source>
      <translation>Noch kein Lauf.</translation>
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
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>Start training on what is labelled now (Ctrl+Return)</source>
      <translation>Mit dem trainieren, was jetzt annotiert ist (Strg+Enter)</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Startet…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Stoppt…</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>What the run says appears here.</source>
      <translation>Hier erscheint, was der Lauf meldet.</translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
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
      <translation>Alle annehmen…</translation>
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
      <translation>Alle…</translation>
    </message>
    <message>
      <source>Go to the next suggestion (Tab)</source>
      <translation>Zum nächsten Vorschlag (Tab)</translation>
    </message>
    <message>
      <source>Make an object of each suggestion shown on this image (Shift+Enter)</source>
      <translation>Aus jedem gezeigten Vorschlag dieses Bildes ein Objekt machen (Umschalt+Enter)</translation>
    </message>
    <message>
      <source>Make an object of the marked one (Enter)</source>
      <translation>Aus dem markierten ein Objekt machen (Enter)</translation>
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
      <source>The marked one is wrong (Delete)</source>
      <translation>Der markierte ist falsch (Entf)</translation>
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
    <name>ViewActions</name>
    <message>
      <source>Actual size</source>
      <translation>Originalgröße</translation>
    </message>
    <message>
      <source>Fit in view</source>
      <translation>Einpassen</translation>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Magic wand</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tolerance {tolerance}, {pixels} pixels. Enter accepts, Shift adds, Alt takes away, Esc drops.</source>
      <translation type="unfinished"/>
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
      <translation>&amp;Befehle…</translation>
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
      <translation>Ordner ö&amp;ffnen…</translation>
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
      <translation>Neues &amp;Beispielprojekt…</translation>
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
      <translation>&amp;Einstellungen…</translation>
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
      <source>Use the whole screen, or the window again</source>
      <translation>Den ganzen Bildschirm nutzen oder wieder das Fenster</translation>
    </message>
    <message>
      <source>Version, licence, and what it stands on</source>
      <translation>Version, Lizenz und worauf es steht</translation>
    </message>
  </context>
  <context>
    <name>_Plot</name>
    <message>
      <source>training step</source>
      <translation>Trainingsschritt</translation>
    </message>
  </context>
  <context>
    <name>_TagLine</name>
    <message>
      <source>Add tag</source>
      <translation type="unfinished"/>
    </message>
  </context>
</TS>

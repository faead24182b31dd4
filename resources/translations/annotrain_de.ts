<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Annotrain</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>It stands on</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Label images, train a model on them and let it label the rest, on this computer. Free software under the Apache licence 2.0.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Licence</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Version</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>AnnotatePage</name>
    <message>
      <source>Another program has changed this image's annotation: it was read anew.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Larger brush</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>This is the first image.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>This is the last image.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Not everything is saved</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pre-label unlabelled images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The edits of {names} could not be written. Close and lose them?</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Training has begun: {run}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Training {name} ended: {reason}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Training {name}: epoch {epoch} of {epochs}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>its process is gone; press Resume to go on from the last checkpoint.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{labelled} of {images} images labelled</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{state}: {model}{quality} on {images} validation images.</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
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
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) were left as they are; the first: {reason}</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) cannot be read; the first: {reason}</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Accepted {suggestions} in {images}.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accepting…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cancelled: {suggestions} on {images}.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pre-labelled: {suggestions} on {images}.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reading {model}…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Taken back.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Taking back…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>There are none of the images chosen ({scope}): choose others beside Pre-label.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>This image cannot be edited: see the line above it.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Commands</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>No command is called so. Try another word.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Curves</name>
    <message>
      <source>Loss</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The curves appear with the first step.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>each step</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>mAP (50 to 95)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>mAP appears after the first epoch.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>mAP on the validation images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>training</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>training, mean of the epoch</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>validation</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Bring the selected objects one step down</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Bring the selected objects one step up</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Bring the selected objects over all others</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Bring the selected objects under all others</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Bring to Top</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change label…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Checked</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Copy From Previous Image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cut</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Dissolve the group of the selected objects</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Duplicate</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Group</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Have the selected objects selected together from now on; Alt+click takes one alone</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Hide</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Hide the selected objects</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Label {key}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Lock</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Lower</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Protect the selected objects from the mouse and from deletion</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Put a copy beside each selected object</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Put all objects of the image before on this one</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Put copies of the selected objects on the clipboard, for any image or window</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Put the objects of the clipboard where they were</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Put the selected objects on the clipboard</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Raise</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Save now</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Say that the image is done and was looked at once more</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Select all</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tag NG</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tag OK</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tag the image as NG (no good), instead of OK</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Tag the image as OK, instead of NG</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Type a tag of the whole image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Type the characters that the object shows; Tab goes to the next object</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ungroup</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>Copy</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Copy the details, to send them to whoever looks after the program</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Hide details</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show details</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What was saved is safe. The log is {path}.</source>
      <translation type="unfinished"/>
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
      <source>Next image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Previous image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished"/>
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
    <message>
      <source>Not labelled yet</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>verified</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ImageListPanel</name>
    <message>
      <source>, {shown} shown</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Filter images</source>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Going on after step {step}; {device}.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Learning {labels} from {images} images, validating on {val}; {device}.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>training loss {loss}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>validation loss {loss}</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>&amp;Annotate</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Annotate</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Draw and correct annotations</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open &amp;Recent</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Start training and watch it</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Train</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Menu</name>
    <message>
      <source>&amp;Dataset</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;File</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Object</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>T&amp;ools</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open an image first.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Group</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Hide</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Lock</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Lower</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Move</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Raise</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show all</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ungroup</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n labelled image(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>No image is labelled yet: label at least 2, one to train and one to validate.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>One image is labelled: label at least 2, one to train and one to validate.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The annotations hold no object yet: draw at least one box.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{images}: {train} to train, {val} to validate; {labels}; about {time}.</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>this image</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>unlabelled images</source>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Choose an action, click into the line below and press its new keys.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Keys as in</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Keys without a menu</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>No keys</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Press new keys in the line below, then Set or Add.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reset</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reset all</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Search an action or a key</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Set</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{keys} belongs to '{action}' and would be taken from it.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>SpecForm</name>
    <message>
      <source> min</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Advanced</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Apple graphics chip</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Batch size</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Best there is</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Compact detector</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Continue from {model}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Device</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Epochs</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Fine-tune</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>How far each step moves the weights</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>How many images each step learns from</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>How many times to go through the training images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>How thoroughly to train</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Image size</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Image size, batch size, learning rate, seed, time limit, device</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Learning rate</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Longest side of the network's input, in pixels</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>MobileNetV3 detector</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Model</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>NVIDIA graphics card</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Nothing</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pretrained weights (downloaded once)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Processor</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Quick</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Recipe</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Seed</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Standard</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Start from</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The kind of network</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The run ends in good order when this time is up</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The same seed gives the same order and the same variation of the images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Time limit</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Weights (*.safetensors *.pth *.pt)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Weights file</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Weights file: {name}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Weights file…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What computes</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What the network knows at the beginning</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What the trained model will be called; each run adds a version: name@1, name@2 ...</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>no limit</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>SuggestionBar</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Accept all</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accept them; Undo is offered after</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accept {suggestions} of {percent} % or more in {images}?</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Change nothing</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>End the work; what is done stays</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ending…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Let the model propose objects; nothing changes until you accept (Ctrl+Shift+P)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pre-label</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Show suggestions with this score or more</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The model that proposes, newest first</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Train a model first: it can then label the rest.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Which images it looks at</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>with</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{done} of {total} images · {speed} a second · {time} left</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Accept suggestion {label}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reject suggestion {label}</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>TagBar</name>
    <message>
      <source>Checked</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Device</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Epoch</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Failed</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Finished</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Images per second</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Interrupted</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Running</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Stopped</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Time left</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{done} of {whole}</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Toolbox</name>
    <message>
      <source>Box</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Brush</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Eraser</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Pan</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Polygon</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Select</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>click the outline</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>drag or click two corners</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>move the picture; hold Space with any other tool</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>paint a mask; [ and ] change the size</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>select, move and reshape</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>take away from a mask</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>Any folder of images will do. What you draw is kept as Pascal VOC files beside them; the images themselves are never written.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Draw</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Every command has a name and can be found by it; every key can be changed.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Find anything</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Its suggestions are dashed. Enter accepts one, Delete rejects it, Tab goes to the next. Correct, train again, and it gets better.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Let the model label the rest</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Mark an image as done and take the next. Search the list, or look over all images in the gallery.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open a folder</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Some dozens of labelled images are enough to begin with. Training runs in the background, also while you draw or after you close the window.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Take a tool, draw round a thing and name it. Numbers choose labels. Everything is saved as you go, and everything can be undone.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Train</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>TourDialog</name>
    <message>
      <source>Begin</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>First steps</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>From a folder of images to a model that labels them</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Try it on a sample project</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>You find this page again in the Help menu.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>TrainPage</name>
    <message>
      <source>Ask the run to stop; it keeps what it has learned (Ctrl+.)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Counting what is labelled…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Go on from the last checkpoint (Ctrl+Shift+.)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>New run</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>No run yet.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Press Train to start the first run: its curves, figures and log appear here.</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Runs</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Start training on what is labelled now (Ctrl+Return)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Starting…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Stopping…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Train</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Training</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>What the run says appears here.</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation type="unfinished">
        <numerusform></numerusform>
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Accept</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accept all…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accept shown</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Accept what is above the threshold in every image; asks first</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>All…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Go to the next suggestion (Tab)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Make an object of each suggestion shown on this image (Shift+Enter)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Make an object of the marked one (Enter)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Reject</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Shown</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The marked one is wrong (Delete)</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>none here</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{here}, {total} in {images}</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>{place} of {count} here</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>ViewActions</name>
    <message>
      <source>Actual size</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Fit in view</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Zoom in</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Zoom out</source>
      <translation type="unfinished"/>
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
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Close Project</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Commands…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Dark Theme</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;First Steps</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Full Screen</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Keyboard Shortcuts</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Light Theme</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Open Folder…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Pre-label Images</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Resume Training</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>&amp;Start Training</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Ask the run to stop; it keeps what it has learned</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Dark text on a light ground</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Draw pictures of parts with defects, to try everything on</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Every action and its keys</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Find any command by its name</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Go on from the last checkpoint</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Let the model chosen in the bar propose objects</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Light or dark as the system has it</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Light text on a dark ground</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>New &amp;Sample Project…</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open a folder of images, labelled or not</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Open the folder with the log of the program</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Program &amp;Log</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>S&amp;top Training</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Save everything and go back to the start page</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Save everything and leave the program; training goes on</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>The whole way from a folder to a model, on one page</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Theme as the &amp;System</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Train on what is labelled now</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Use the whole screen, or the window again</source>
      <translation type="unfinished"/>
    </message>
    <message>
      <source>Version, licence, and what it stands on</source>
      <translation type="unfinished"/>
    </message>
  </context>
  <context>
    <name>_Plot</name>
    <message>
      <source>training step</source>
      <translation type="unfinished"/>
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

<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>Acting</name>
    <message numerus="yes">
      <source>%n image(s) are given this tag.</source>
      <translation>
        <numerusform>%n image are given this tag.</numerusform>
        <numerusform>%n images are given this tag.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) become objects of this label.</source>
      <translation>
        <numerusform>%n suggestion become objects of this label.</numerusform>
        <numerusform>%n suggestions become objects of this label.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) rejected.</source>
      <translation>
        <numerusform>%n suggestion rejected.</numerusform>
        <numerusform>%n suggestions rejected.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>Accept %n suggestion</numerusform>
        <numerusform>Accept %n suggestions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing is selected. Accept all %n suggestion(s) shown, {where}?</source>
      <translation>
        <numerusform>Nothing is selected. Accept all %n suggestion shown, {where}?</numerusform>
        <numerusform>Nothing is selected. Accept all %n suggestions shown, {where}?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing is selected. Reject all %n suggestion(s) shown?</source>
      <translation>
        <numerusform>Nothing is selected. Reject all %n suggestion shown?</numerusform>
        <numerusform>Nothing is selected. Reject all %n suggestions shown?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Relabel %n suggestion(s) to {label}</source>
      <translation>
        <numerusform>Relabel %n suggestion to {label}</numerusform>
        <numerusform>Relabel %n suggestions to {label}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Set aside %n image(s) in the review</source>
      <translation>
        <numerusform>Set aside %n image in the review</numerusform>
        <numerusform>Set aside %n images in the review</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n image(s)</source>
      <translation>
        <numerusform>in %n image</numerusform>
        <numerusform>in %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ActionBar</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n selected</source>
      <translation>
        <numerusform>%n selected</numerusform>
        <numerusform>%n selected</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>AdvicePanel</name>
    <message numerus="yes">
      <source>The curves of %n epoch(s) show nothing that is wrong.</source>
      <translation>
        <numerusform>The curves of %n epoch show nothing that is wrong.</numerusform>
        <numerusform>The curves of %n epochs show nothing that is wrong.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>AnnotatePage</name>
    <message numerus="yes">
      <source>%n picture(s) of a kind that cannot be read left out: {name}</source>
      <translation>
        <numerusform>%n picture of a kind that cannot be read left out: {name}</numerusform>
        <numerusform>%n pictures of a kind that cannot be read left out: {name}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>AsideDialog</name>
    <message numerus="yes">
      <source>Bring back %n image(s)</source>
      <translation>
        <numerusform>Bring back %n image</numerusform>
        <numerusform>Bring back %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>AsideWork</name>
    <message numerus="yes">
      <source>%n image(s) brought back.</source>
      <translation>
        <numerusform>%n image brought back.</numerusform>
        <numerusform>%n images brought back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) left alone; the first:</source>
      <translation>
        <numerusform>%n image left alone; the first:</numerusform>
        <numerusform>%n images left alone; the first:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) set aside; they lie in {folder}.</source>
      <translation>
        <numerusform>%n image set aside; they lie in {folder}.</numerusform>
        <numerusform>%n images set aside; they lie in {folder}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BatchDialog</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Batches</name>
    <message numerus="yes">
      <source>%n file(s) left alone; the first:</source>
      <translation>
        <numerusform>%n file left alone; the first:</numerusform>
        <numerusform>%n files left alone; the first:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left waiting, as something else is labelled there</source>
      <translation>
        <numerusform>%n left waiting, as something else is labelled there</numerusform>
        <numerusform>%n left waiting, as something else is labelled there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more already there</source>
      <translation>
        <numerusform>%n more already there</numerusform>
        <numerusform>%n more already there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted as {label} {where}</source>
      <translation>
        <numerusform>%n suggestion accepted as {label} {where}</numerusform>
        <numerusform>%n suggestions accepted as {label} {where}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted {where}</source>
      <translation>
        <numerusform>%n suggestion accepted {where}</numerusform>
        <numerusform>%n suggestions accepted {where}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) already there, nothing to add</source>
      <translation>
        <numerusform>%n suggestion already there, nothing to add</numerusform>
        <numerusform>%n suggestions already there, nothing to add</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) left waiting, as something else is labelled there</source>
      <translation>
        <numerusform>%n suggestion left waiting, as something else is labelled there</numerusform>
        <numerusform>%n suggestions left waiting, as something else is labelled there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n image(s)</source>
      <translation>
        <numerusform>in %n image</numerusform>
        <numerusform>in %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BenchmarkTable</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It learned from %n of these images: the figure flatters it.</source>
      <translation>
        <numerusform>It learned from %n of these images: the figure flatters it.</numerusform>
        <numerusform>It learned from %n of these images: the figure flatters it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Its best epoch was chosen by %n of these images.</source>
      <translation>
        <numerusform>Its best epoch was chosen by %n of these images.</numerusform>
        <numerusform>Its best epoch was chosen by %n of these images.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Benchmarks</name>
    <message numerus="yes">
      <source>%n image(s) of it are gone.</source>
      <translation>
        <numerusform>%n image of it are gone.</numerusform>
        <numerusform>%n images of it are gone.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It learned from %n of these images: the figure flatters it.</source>
      <translation>
        <numerusform>It learned from %n of these images: the figure flatters it.</numerusform>
        <numerusform>It learned from %n of these images: the figure flatters it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Its best epoch was chosen by %n of these images.</source>
      <translation>
        <numerusform>Its best epoch was chosen by %n of these images.</numerusform>
        <numerusform>Its best epoch was chosen by %n of these images.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The labels of %n image(s) changed since it was frozen.</source>
      <translation>
        <numerusform>The labels of %n image changed since it was frozen.</numerusform>
        <numerusform>The labels of %n images changed since it was frozen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The pictures of %n image(s) changed since it was frozen.</source>
      <translation>
        <numerusform>The pictures of %n image changed since it was frozen.</numerusform>
        <numerusform>The pictures of %n images changed since it was frozen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name} is frozen: %n image(s), from which no model learns.</source>
      <translation>
        <numerusform>{name} is frozen: %n image, from which no model learns.</numerusform>
        <numerusform>{name} is frozen: %n images, from which no model learns.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BrokenView</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Browse</name>
    <message numerus="yes">
      <source>Set the state of %n image(s)</source>
      <translation>
        <numerusform>Set the state of %n image</numerusform>
        <numerusform>Set the state of %n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Tag %n image(s) with {tag}</source>
      <translation>
        <numerusform>Tag %n image with {tag}</numerusform>
        <numerusform>Tag %n images with {tag}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Take the tag {tag} from %n image(s)</source>
      <translation>
        <numerusform>Take the tag {tag} from %n image</numerusform>
        <numerusform>Take the tag {tag} from %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BulkWork</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) cannot be read; the first: {reason}</source>
      <translation>
        <numerusform>%n image cannot be read; the first: {reason}</numerusform>
        <numerusform>%n images cannot be read; the first: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n suggestion</numerusform>
        <numerusform>%n suggestions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) below {percent} %: lower the threshold, or hold {keys} over the picture.</source>
      <translation>
        <numerusform>%n suggestion below {percent} %: lower the threshold, or hold {keys} over the picture.</numerusform>
        <numerusform>%n suggestions below {percent} %: lower the threshold, or hold {keys} over the picture.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s) in all images</source>
      <translation>
        <numerusform>Accept %n suggestion in all images</numerusform>
        <numerusform>Accept %n suggestions in all images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s) looked at: files, boxes, labels, lists and look-alikes.</source>
      <translation>
        <numerusform>%n image looked at: files, boxes, labels, lists and look-alikes.</numerusform>
        <numerusform>%n images looked at: files, boxes, labels, lists and look-alikes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n problem</numerusform>
        <numerusform>%n problems</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Ignored (%n)</source>
      <translation>
        <numerusform>Ignored (%n)</numerusform>
        <numerusform>Ignored (%n)</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Checking</name>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n problem</numerusform>
        <numerusform>%n problems</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message numerus="yes">
      <source>%n seen by one alone</source>
      <translation>
        <numerusform>%n seen by one alone</numerusform>
        <numerusform>%n seen by one alone</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ConfusionView</name>
    <message numerus="yes">
      <source>Show %n image(s)</source>
      <translation>
        <numerusform>Show %n image</numerusform>
        <numerusform>Show %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DeleteSmallDialog</name>
    <message numerus="yes">
      <source>%n locked object(s) stay.</source>
      <translation>
        <numerusform>%n locked object stay.</numerusform>
        <numerusform>%n locked objects stay.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n label</numerusform>
        <numerusform>%n labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n tag(s)</source>
      <translation>
        <numerusform>%n tag</numerusform>
        <numerusform>%n tags</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n verdict(s)</source>
      <translation>
        <numerusform>%n verdict</numerusform>
        <numerusform>%n verdicts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n version(s)</source>
      <translation>
        <numerusform>%n version</numerusform>
        <numerusform>%n versions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImageListModel</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) to review</source>
      <translation>
        <numerusform>%n suggestion to review</numerusform>
        <numerusform>%n suggestions to review</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>InterchangeDialog</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n label</numerusform>
        <numerusform>%n labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LabelMapping</name>
    <message numerus="yes">
      <source>%n name(s) of the model are not among this project's labels. Choose what each is called here; accepting one under a new name adds that label.</source>
      <translation>
        <numerusform>%n name of the model are not among this project's labels. Choose what each is called here; accepting one under a new name adds that label.</numerusform>
        <numerusform>%n names of the model are not among this project's labels. Choose what each is called here; accepting one under a new name adds that label.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LogView</name>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MarkingBar</name>
    <message numerus="yes">
      <source>%n image(s) selected</source>
      <translation>
        <numerusform>%n image selected</numerusform>
        <numerusform>%n images selected</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message numerus="yes">
      <source>{label}  ·  %n image(s)</source>
      <translation>
        <numerusform>{label}  ·  %n image</numerusform>
        <numerusform>{label}  ·  %n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ModelCard</name>
    <message numerus="yes">
      <source>%n image(s) to learn from.</source>
      <translation>
        <numerusform>%n image to learn from.</numerusform>
        <numerusform>%n images to learn from.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Measured on %n image(s); the lists were {train} and {val}.</source>
      <translation>
        <numerusform>Measured on %n image; the lists were {train} and {val}.</numerusform>
        <numerusform>Measured on %n images; the lists were {train} and {val}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{used} does worse than {earlier} on the same %n validation image(s): {metric} {now}, before {before}.</source>
      <translation>
        <numerusform>{used} does worse than {earlier} on the same %n validation image: {metric} {now}, before {before}.</numerusform>
        <numerusform>{used} does worse than {earlier} on the same %n validation images: {metric} {now}, before {before}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ModelsPage</name>
    <message numerus="yes">
      <source>%n version(s) chosen</source>
      <translation>
        <numerusform>%n version chosen</numerusform>
        <numerusform>%n versions chosen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NewRun</name>
    <message numerus="yes">
      <source>The check found %n serious problem(s).</source>
      <translation>
        <numerusform>The check found %n serious problem.</numerusform>
        <numerusform>The check found %n serious problems.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>News</name>
    <message numerus="yes">
      <source>%n file(s) of the zip file were left out or renamed; the first: {problem}</source>
      <translation>
        <numerusform>%n file of the zip file were left out or renamed; the first: {problem}</numerusform>
        <numerusform>%n files of the zip file were left out or renamed; the first: {problem}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new image(s) are labelled since {model} was made.</source>
      <translation>
        <numerusform>%n new image are labelled since {model} was made.</numerusform>
        <numerusform>%n new images are labelled since {model} was made.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{model} is %n day(s) old.</source>
      <translation>
        <numerusform>{model} is %n day old.</numerusform>
        <numerusform>{model} is %n days old.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NextPage</name>
    <message numerus="yes">
      <source>%n image(s) without labels.</source>
      <translation>
        <numerusform>%n image without labels.</numerusform>
        <numerusform>%n images without labels.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NextWords</name>
    <message numerus="yes">
      <source>%n suggestion(s) between {low} and {high}</source>
      <translation>
        <numerusform>%n suggestion between {low} and {high}</numerusform>
        <numerusform>%n suggestions between {low} and {high}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>looks like {label}, of which there are %n</source>
      <translation>
        <numerusform>looks like {label}, of which there are %n</numerusform>
        <numerusform>looks like {label}, of which there are %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>two versions differ by %n thing(s)</source>
      <translation>
        <numerusform>two versions differ by %n thing</numerusform>
        <numerusform>two versions differ by %n things</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ObjectClipboard</name>
    <message numerus="yes">
      <source>%n cut at the border.</source>
      <translation>
        <numerusform>%n cut at the border.</numerusform>
        <numerusform>%n cut at the border.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) copied.</source>
      <translation>
        <numerusform>%n object copied.</numerusform>
        <numerusform>%n objects copied.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) pasted.</source>
      <translation>
        <numerusform>%n object pasted.</numerusform>
        <numerusform>%n objects pasted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n outside of this image left out.</source>
      <translation>
        <numerusform>%n outside of this image left out.</numerusform>
        <numerusform>%n outside of this image left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that lay outside moved to the border.</source>
      <translation>
        <numerusform>%n that lay outside moved to the border.</numerusform>
        <numerusform>%n that lay outside moved to the border.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ObjectEdits</name>
    <message numerus="yes">
      <source>%n locked object(s) left alone: {keys} unlocks.</source>
      <translation>
        <numerusform>%n locked object left alone: {keys} unlocks.</numerusform>
        <numerusform>%n locked objects left alone: {keys} unlocks.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Peeking</name>
    <message numerus="yes">
      <source>%n below the threshold here. Hold {keys} over a thing to see what the model saw; a click takes it.</source>
      <translation>
        <numerusform>%n below the threshold here. Hold {keys} over a thing to see what the model saw; a click takes it.</numerusform>
        <numerusform>%n below the threshold here. Hold {keys} over a thing to see what the model saw; a click takes it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PictureFields</name>
    <message numerus="yes">
      <source>%n object(s) are whole in no tile.</source>
      <translation>
        <numerusform>%n object are whole in no tile.</numerusform>
        <numerusform>%n objects are whole in no tile.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s) lie outside the region.</source>
      <translation>
        <numerusform>%n object lie outside the region.</numerusform>
        <numerusform>%n objects lie outside the region.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Plan</name>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n label</numerusform>
        <numerusform>%n labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n labelled image(s)</source>
      <translation>
        <numerusform>%n labelled image</numerusform>
        <numerusform>%n labelled images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n tag(s)</source>
      <translation>
        <numerusform>%n tag</numerusform>
        <numerusform>%n tags</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message numerus="yes">
      <source>%n object(s) lost</source>
      <translation>
        <numerusform>%n object lost</numerusform>
        <numerusform>%n objects lost</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n under 5 × 5 px</source>
      <translation>
        <numerusform>%n under 5 × 5 px</numerusform>
        <numerusform>%n under 5 × 5 px</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ProblemCard</name>
    <message numerus="yes">
      <source>Fix all %n of this kind…</source>
      <translation>
        <numerusform>Fix all %n of this kind…</numerusform>
        <numerusform>Fix all %n of this kind…</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message numerus="yes">
      <source>Could not be read, or needs a look: %n</source>
      <translation>
        <numerusform>Could not be read, or needs a look: %n</numerusform>
        <numerusform>Could not be read, or needs a look: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… and %n more</numerusform>
        <numerusform>… and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message numerus="yes">
      <source>%n object(s) drawn by hand</source>
      <translation>
        <numerusform>%n object drawn by hand</numerusform>
        <numerusform>%n objects drawn by hand</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n suggestion</numerusform>
        <numerusform>%n suggestions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RetrainingCard</name>
    <message numerus="yes">
      <source>%n day(s) old</source>
      <translation>
        <numerusform>%n day old</numerusform>
        <numerusform>%n days old</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n since {model}</source>
      <translation>
        <numerusform>%n since {model}</numerusform>
        <numerusform>%n since {model}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SetDialog</name>
    <message numerus="yes">
      <source>%n labelled image(s)</source>
      <translation>
        <numerusform>%n labelled image</numerusform>
        <numerusform>%n labelled images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them are learned from now: they leave the list train.</source>
      <translation>
        <numerusform>%n of them are learned from now: they leave the list train.</numerusform>
        <numerusform>%n of them are learned from now: they leave the list train.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n selected image(s)</source>
      <translation>
        <numerusform>%n selected image</numerusform>
        <numerusform>%n selected images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without labels are left out.</source>
      <translation>
        <numerusform>%n without labels are left out.</numerusform>
        <numerusform>%n without labels are left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>By %n of them the best epoch is chosen: figures flatter a little.</source>
      <translation>
        <numerusform>By %n of them the best epoch is chosen: figures flatter a little.</numerusform>
        <numerusform>By %n of them the best epoch is chosen: figures flatter a little.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SizeView</name>
    <message numerus="yes">
      <source>(%n image(s))</source>
      <translation>
        <numerusform>(%n image)</numerusform>
        <numerusform>(%n images)</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SpeedView</name>
    <message numerus="yes">
      <source>{processor}, %n processor(s)</source>
      <translation>
        <numerusform>{processor}, %n processor</numerusform>
        <numerusform>{processor}, %n processors</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SplitReport</name>
    <message numerus="yes">
      <source>%n look-alike(s) are kept together, each group on one side.</source>
      <translation>
        <numerusform>%n look-alike are kept together, each group on one side.</numerusform>
        <numerusform>%n look-alikes are kept together, each group on one side.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatisticsPage</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label(s)</source>
      <translation>
        <numerusform>%n label</numerusform>
        <numerusform>%n labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n object(s)</source>
      <translation>
        <numerusform>%n object</numerusform>
        <numerusform>%n objects</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SuggestionBar</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%n suggestion</numerusform>
        <numerusform>%n suggestions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TrainPage</name>
    <message numerus="yes">
      <source>Delete %n run(s) for good?</source>
      <translation>
        <numerusform>Delete %n run for good?</numerusform>
        <numerusform>Delete %n runs for good?</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message numerus="yes">
      <source>%n below {percent} %</source>
      <translation>
        <numerusform>%n below {percent} %</numerusform>
        <numerusform>%n below {percent} %</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Verdicts</name>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>Accept %n suggestion</numerusform>
        <numerusform>Accept %n suggestions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WatchDialog</name>
    <message numerus="yes">
      <source>%n picture(s) lie there now.</source>
      <translation>
        <numerusform>%n picture lie there now.</numerusform>
        <numerusform>%n pictures lie there now.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WatchStatus</name>
    <message numerus="yes">
      <source>%n doubtful</source>
      <translation>
        <numerusform>%n doubtful</numerusform>
        <numerusform>%n doubtful</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) are still being written.</source>
      <translation>
        <numerusform>%n file are still being written.</numerusform>
        <numerusform>%n files are still being written.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more cannot be read.</source>
      <translation>
        <numerusform>%n more cannot be read.</numerusform>
        <numerusform>%n more cannot be read.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Watching</name>
    <message numerus="yes">
      <source>Review the %n d&amp;oubtful arrival(s)</source>
      <translation>
        <numerusform>Review the %n d&amp;oubtful arrival</numerusform>
        <numerusform>Review the %n d&amp;oubtful arrivals</numerusform>
      </translation>
    </message>
  </context>
</TS>

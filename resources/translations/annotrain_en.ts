<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>BulkWork</name>
    <message numerus="yes">
      <source>%n file(s) were left alone; the first: {reason}</source>
      <translation>
        <numerusform>%n file were left alone; the first: {reason}</numerusform>
        <numerusform>%n files were left alone; the first: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) were left as they are; the first: {reason}</source>
      <translation>
        <numerusform>%n file were left as they are; the first: {reason}</numerusform>
        <numerusform>%n files were left as they are; the first: {reason}</numerusform>
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
  </context>
  <context>
    <name>ObjectEdits</name>
    <message numerus="yes">
      <source>%n locked object(s) left alone: Ctrl+L unlocks.</source>
      <translation>
        <numerusform>%n locked object left alone: Ctrl+L unlocks.</numerusform>
        <numerusform>%n locked objects left alone: Ctrl+L unlocks.</numerusform>
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
    <name>Suggestions</name>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>Accept %n suggestion</numerusform>
        <numerusform>Accept %n suggestions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message numerus="yes">
      <source>%n image(s)</source>
      <translation>
        <numerusform>%n image</numerusform>
        <numerusform>%n images</numerusform>
      </translation>
    </message>
  </context>
</TS>

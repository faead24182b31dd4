"""The dataset on disk: a Pascal VOC folder."""
